import type { messagingApi } from "@line/bot-sdk";
import type { LogEntry } from "../../ports/log-entry.ts";
import { shorten } from "../../wording/graphemes.ts";
import { plainPieces } from "../../wording/plain-said.ts";
import { splitText } from "../../wording/split-text.ts";

/** As LINE takes them: text in UTF-16 units, messages for each call, buttons under the last one. */
export const LINE_LIMITS = { text: 5_000, messages: 5, buttons: 13, label: 20, buttonText: 300 } as const;

/** A message of LINE that shows words, with buttons that say theirs. */
export type LineMessage = messagingApi.TextMessage;

const message = (text: string): LineMessage => ({ type: "text", text });

const quickReply = (label: string): messagingApi.QuickReplyItem => ({
  type: "action",
  action: {
    type: "message",
    label: shorten(label, LINE_LIMITS.label),
    text: shorten(label, LINE_LIMITS.buttonText),
  },
});

/** What the customer sees of an entry: one message, or several for a long text; nothing for what is not theirs to see. */
export function toMessages({ body }: Pick<LogEntry, "body">): readonly LineMessage[] {
  switch (body.kind) {
    case "bot":
      return withButtons(
        plainPieces(body.said, { length: LINE_LIMITS.text, pieces: LINE_LIMITS.messages }).map(message),
        body.said.buttons,
      );
    case "agent":
      return splitText(body.text, LINE_LIMITS.text).map(message);
    default:
      return [];
  }
}

/** Quick replies go away with the next message, so they stand under the last one. */
function withButtons(messages: readonly LineMessage[], buttons: readonly string[]): readonly LineMessage[] {
  const last = messages.at(-1);
  if (last === undefined || buttons.length === 0) return messages;
  const items = buttons.slice(0, LINE_LIMITS.buttons).map(quickReply);
  return [...messages.slice(0, -1), { ...last, quickReply: { items } }];
}
