import type { Language } from "../../core/language.ts";
import type { Said } from "../../core/message.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import { languageOfText } from "../../wording/language-of-text.ts";
import { plainPieces } from "../../wording/plain-said.ts";
import { spokenText } from "../../wording/plain-text.ts";
import { remembered } from "../../wording/remembered.ts";
import { splitText } from "../../wording/split-text.ts";
import type { ConversationReference } from "./conversation-reference.ts";
import { type FarChannel, farChannel } from "./far-channels.ts";

/** A message activity on its way out. Without `id` and `timestamp`, which the channel sets (A2031, A2041). */
export interface OutgoingActivity {
  readonly type: "message";
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: "bot" };
  readonly recipient: { readonly id: string };
  readonly replyToId?: string;
  readonly locale: string;
  readonly text: string;
  readonly textFormat: "plain";
  readonly speak: string;
  readonly inputHint: "expectingInput" | "acceptingInput";
  readonly suggestedActions?: SuggestedActions;
}

interface SuggestedActions {
  readonly to: readonly string[];
  readonly actions: readonly { readonly type: "imBack"; readonly title: string; readonly value: string }[];
}

const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-US" };
/** More messages than this for one answer are cut short, with the sources at the end. */
const MAX_PIECES = 5;

interface Piece {
  readonly text: string;
  readonly locale: string;
}

interface Look {
  readonly pieces: readonly Piece[];
  readonly spoken: string;
  readonly buttons: readonly string[];
}

const fits = (buttons: readonly string[], far: FarChannel): boolean =>
  buttons.length <= far.buttons && buttons.every((label) => label.length <= far.label);

const listed = (buttons: readonly string[]): string => buttons.map((label) => `- ${label}`).join("\n");

const inLocale = (text: string): Piece => ({ text, locale: LOCALES[languageOfText(text)] });

interface SaidTo {
  readonly said: Said;
  readonly far: FarChannel;
}

function lookOfSaid({ said, far }: SaidTo): Look {
  const shown = fits(said.buttons, far);
  const text = shown ? said.text : `${said.text}\n\n${listed(said.buttons)}`;
  return {
    pieces: plainPieces({ ...said, text }, { length: far.textLength, pieces: MAX_PIECES }).map(inLocale),
    spoken: spokenText(said.text),
    buttons: shown ? said.buttons : [],
  };
}

const MOST_LOOKS = 500;

/** What has sources is one of our own answers, the same for all, and holds nothing that a customer said. */
const knownLook = remembered(
  lookOfSaid,
  ({ said, far }) => (said.sources.length === 0 ? undefined : JSON.stringify([said, far])),
  MOST_LOOKS,
);

function lookOf({ body }: LogEntry, far: FarChannel): Look | undefined {
  switch (body.kind) {
    case "bot":
      return knownLook({ said: body.said, far });
    case "agent":
      return { pieces: splitText(body.text, far.textLength).map(inLocale), spoken: body.text, buttons: [] };
    case "customer":
    case "opened":
    case "note":
    case "desk":
      return undefined;
  }
}

/** What the customer gets of an entry: nothing, one activity, or several for a very long text. */
export function toActivities(entry: LogEntry, to: ConversationReference): readonly OutgoingActivity[] {
  const look = lookOf(entry, farChannel(to.channelId));
  if (look === undefined) return [];
  const { pieces, spoken, buttons } = look;
  const actions = buttons.map((label) => ({ type: "imBack", title: label, value: label }) as const);
  return pieces.map(({ text, locale }, index): OutgoingActivity => {
    const isLast = index === pieces.length - 1;
    return {
      type: "message",
      channelId: to.channelId,
      serviceUrl: to.serviceUrl,
      conversation: { id: to.conversation },
      from: { ...to.bot, role: "bot" },
      recipient: { id: to.customer },
      ...(to.activity === undefined ? {} : { replyToId: to.activity }),
      locale,
      text,
      textFormat: "plain",
      speak: speech(index === 0 && isLast ? spoken : text),
      inputHint: isLast && actions.length > 0 ? "expectingInput" : "acceptingInput",
      ...(isLast && actions.length > 0 ? { suggestedActions: { to: [to.customer], actions } } : {}),
    };
  });
}

/** Plain words: what begins like markup would be read as SSML (A3033). */
const speech = (text: string): string => text.replace(/^\s*<+/, "");
