import type { Json } from "./json.ts";

/** Something in a message that Slack brings to life. */
export interface Markup {
  readonly kind: "mention" | "broadcast" | "channel" | "date" | "link" | "auto-link" | "unfurl";
  /** The piece of text that does it. */
  readonly found: string;
}

/** How a text is read: `parse` and `link_names` of the call. */
interface Reading {
  readonly bareUrls: boolean;
  readonly bareNames: boolean;
}

const TOKEN = /<([^<>\n]+)>/g;
const BARE_URL = /(?:https?:\/\/|www\.)[^\s<>|]+/gi;
const BARE_NAME = /(?<![\w@])@(?:here|channel|everyone)\b/g;

/** Every mention, link, date and preview that Slack would make of a message, by its own rules for `<…>` and bare addresses. */
export function findMarkup(call: Json): readonly Markup[] {
  const full = call.parse === "full";
  const reading: Reading = {
    bareUrls: call.parse !== "none",
    bareNames: full || isTrue(call.link_names),
  };
  const found = [
    ...(typeof call.text === "string" ? inText(call.text, reading) : []),
    ...inBlocks(call.blocks, reading),
  ];
  const links = found.filter(({ kind }) => kind === "link" || kind === "auto-link");
  const quiet = isFalse(call.unfurl_links) && isFalse(call.unfurl_media);
  return quiet ? found : [...found, ...links.map(({ found }): Markup => ({ kind: "unfurl", found }))];
}

const isTrue = (value: unknown): boolean => value === true || value === "true" || value === "1" || value === 1;
const isFalse = (value: unknown): boolean => value === false || value === "false" || value === "0" || value === 0;

function inText(text: string, { bareUrls, bareNames }: Reading): readonly Markup[] {
  const tokens = [...text.matchAll(TOKEN)].flatMap(([found, inside = ""]) => ofToken(found, inside));
  const rest = text.replaceAll(TOKEN, " ");
  return [
    ...tokens,
    ...(bareUrls ? [...rest.matchAll(BARE_URL)].map(([found]): Markup => ({ kind: "auto-link", found })) : []),
    ...(bareNames ? [...rest.matchAll(BARE_NAME)].map(([found]): Markup => ({ kind: "broadcast", found })) : []),
  ];
}

function ofToken(found: string, inside: string): readonly Markup[] {
  if (/^@[UWB]/.test(inside)) return [{ kind: "mention", found }];
  if (inside.startsWith("!subteam^")) return [{ kind: "mention", found }];
  if (/^!(?:here|channel|everyone|group)\b/.test(inside)) return [{ kind: "broadcast", found }];
  if (inside.startsWith("!date^")) return [{ kind: "date", found }];
  if (/^#[CGD]/.test(inside)) return [{ kind: "channel", found }];
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(inside) ? [{ kind: "link", found }] : [];
}

const RICH: Readonly<Record<string, Markup["kind"]>> = {
  link: "link",
  user: "mention",
  usergroup: "mention",
  broadcast: "broadcast",
  channel: "channel",
  date: "date",
};

/** Text objects say themselves how they are read; elements of rich text say what they are. */
function inBlocks(value: unknown, reading: Reading): readonly Markup[] {
  if (Array.isArray(value)) return value.flatMap((part) => inBlocks(part, reading));
  if (typeof value !== "object" || value === null) return [];
  const { type, text, verbatim } = value as Json;
  if (type === "plain_text") return [];
  if (type === "mrkdwn" && typeof text === "string") {
    return inText(text, { bareUrls: verbatim !== true, bareNames: reading.bareNames });
  }
  if (type === "markdown" && typeof text === "string") return inText(text, { bareUrls: true, bareNames: false });
  const kind = RICH[String(type)];
  const own: readonly Markup[] = kind === undefined ? [] : [{ kind, found: JSON.stringify(value) }];
  return [...own, ...Object.values(value).flatMap((part) => inBlocks(part, reading))];
}
