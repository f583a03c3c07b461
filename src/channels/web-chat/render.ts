import type { ConversationId } from "../../core/ids.ts";
import type { Language } from "../../core/language.ts";
import type { Said, SourceLink } from "../../core/message.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import { languageOfText } from "../../wording/language-of-text.ts";
import { SOURCES } from "../../wording/plain-said.ts";
import { spokenText } from "../../wording/plain-text.ts";
import { splitText } from "../../wording/split-text.ts";

/** A message activity of Direct Line 3.0, as sent to the customer. */
export interface OutgoingActivity {
  readonly type: "message";
  readonly id: string;
  readonly timestamp: string;
  readonly channelId: "directline";
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly name?: string; readonly role: "user" | "bot" };
  readonly text: string;
  readonly textFormat: "plain" | "markdown";
  readonly locale?: string;
  readonly speak?: string;
  readonly suggestedActions?: { readonly actions: readonly CardAction[] };
  readonly channelData: Readonly<Record<string, string | number>>;
}

interface CardAction {
  readonly type: "imBack";
  readonly title: string;
  readonly value: string;
}

const MAX_TEXT = 12_000;
const LOCALES: Readonly<Record<Language, string>> = { ko: "ko-KR", en: "en-US" };

/** Id of the activity at a place of a conversation; the answer to a post carries the same one. */
export const activityId = (conversation: ConversationId, seq: number): string =>
  `${conversation}|${String(seq).padStart(7, "0")}`;

const escapeLabel = (label: string): string => label.replace(/[\\[\]*_`<>~]/g, "\\$&").replace(/\s+/g, " ");

const escapeUrl = (url: string): string =>
  url.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);

const sourceLine = (source: SourceLink): string =>
  /^https?:\/\//.test(source.url)
    ? `- [${escapeLabel(source.label)}](${escapeUrl(source.url)})`
    : `- ${escapeLabel(source.label)}`;

const withSources = (said: Said, language: Language): string =>
  said.sources.length === 0
    ? said.text
    : `${said.text}\n\n**${SOURCES[language]}**\n\n${said.sources.map(sourceLine).join("\n")}`;

type Look = Pick<OutgoingActivity, "from" | "text" | "textFormat" | "locale" | "speak" | "suggestedActions">;

const lookOfBot = (said: Said): Look => {
  const language = languageOfText(said.text);
  const actions = said.buttons.map((label): CardAction => ({ type: "imBack", title: label, value: label }));
  return {
    from: { id: "bot", name: "안심", role: "bot" },
    text: withSources(said, language),
    textFormat: "markdown",
    locale: LOCALES[language],
    speak: spokenText(said.text),
    ...(actions.length === 0 ? {} : { suggestedActions: { actions } }),
  };
};

const lookOf = (entry: LogEntry, customer: string): Look | undefined => {
  const { body } = entry;
  switch (body.kind) {
    case "customer":
      return { from: { id: customer, role: "user" }, text: body.text, textFormat: "plain" };
    case "bot":
      return lookOfBot(body.said);
    case "agent":
      return { from: { id: "agent", name: body.agentName, role: "bot" }, text: body.text, textFormat: "plain" };
    case "opened":
    case "note":
    case "desk":
      return undefined;
  }
};

/** What the customer sees of an entry: nothing, one activity, or several for a very long text. */
export const toActivities = (entry: LogEntry, customer: string): readonly OutgoingActivity[] => {
  const look = lookOf(entry, customer);
  if (look === undefined) return [];
  const pieces = splitText(look.text, MAX_TEXT);
  const clientId = entry.body.kind === "customer" ? entry.body.clientId : undefined;
  return pieces.map((text, index): OutgoingActivity => {
    const { suggestedActions, speak, ...rest } = look;
    const isLast = index === pieces.length - 1;
    return {
      type: "message",
      id: activityId(entry.conversation, entry.seq) + (index === 0 ? "" : `-${index + 1}`),
      timestamp: entry.at,
      channelId: "directline",
      conversation: { id: entry.conversation },
      ...rest,
      text,
      ...(speak === undefined || index > 0 ? {} : { speak }),
      ...(isLast && suggestedActions !== undefined ? { suggestedActions } : {}),
      channelData: {
        // Web Chat orders by this; time stamps can stand still or be equal.
        "webchat:sequence-id": entry.seq + index / 1000,
        ...(clientId === undefined || index > 0 ? {} : { clientActivityID: clientId }),
      },
    };
  });
};
