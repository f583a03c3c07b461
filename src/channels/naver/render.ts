import type { Said } from "../../core/message.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import { shorten } from "../../wording/graphemes.ts";
import { plainPieces } from "../../wording/plain-said.ts";
import { splitText } from "../../wording/split-text.ts";
import { codeOfLabel } from "./button-code.ts";

/** As the Chat Bot API takes them, in UTF-16 units. */
export const NAVER_LIMITS = { text: 10_000, description: 1_000, buttons: 10, quickTitle: 10, cardTitle: 18 } as const;

export interface NaverButton {
  readonly type: "TEXT";
  readonly data: { readonly title: string; readonly code: string };
}

/** What one send shows: words with quick buttons below the room, or a card with buttons in it. */
export type NaverContent =
  | {
      readonly textContent: {
        readonly text: string;
        readonly quickReply?: { readonly buttonList: readonly NaverButton[] };
      };
    }
  | {
      readonly compositeContent: {
        readonly compositeList: readonly [
          { readonly description: string; readonly buttonList: readonly NaverButton[] },
        ];
      };
    };

/** What the customer sees of an entry: always one content for the bot's words; nothing for what is not theirs to see. */
export function toContents({ body }: Pick<LogEntry, "body">): readonly NaverContent[] {
  switch (body.kind) {
    case "bot":
      return contentOf(body.said);
    case "agent":
      return splitText(body.text, NAVER_LIMITS.text).map((text) => ({ textContent: { text } }));
    default:
      return [];
  }
}

function contentOf(said: Said): readonly NaverContent[] {
  const labels = said.buttons.slice(0, NAVER_LIMITS.buttons);
  const text = wordsWithin(said, NAVER_LIMITS.text);
  if (text.trim() === "") return [];
  if (labels.length === 0) return [{ textContent: { text } }];
  if (labels.length === said.buttons.length && allWithin(labels, NAVER_LIMITS.quickTitle))
    return [withQuick(text, labels)];
  const fitsCard = labels.length === said.buttons.length && allWithin(labels, NAVER_LIMITS.cardTitle);
  if (fitsCard && text.length <= NAVER_LIMITS.description) return [card(text, labels)];
  return [withNumbers(said)];
}

const allWithin = (labels: readonly string[], max: number): boolean => labels.every((label) => label.length <= max);

const wordsWithin = (said: Said, length: number): string => plainPieces(said, { length, pieces: 1 })[0] ?? "";

const button = (title: string, label: string): NaverButton => ({
  type: "TEXT",
  data: { title, code: codeOfLabel(label) },
});

const withQuick = (text: string, labels: readonly string[]): NaverContent => ({
  textContent: { text, quickReply: { buttonList: labels.map((label) => button(label, label)) } },
});

const card = (description: string, labels: readonly string[]): NaverContent => ({
  compositeContent: {
    compositeList: [{ description, buttonList: labels.map((label) => button(label, label)) }],
  },
});

/** Choices that no title can hold stand in the words by number, and the titles begin with it. */
function withNumbers(said: Said): NaverContent {
  const lines = said.buttons.map((label, index) => `${index + 1}. ${label}`);
  const list = shorten(lines.join("\n"), NAVER_LIMITS.text / 2);
  const text = `${wordsWithin(said, NAVER_LIMITS.text - list.length - 2)}\n\n${list}`;
  const buttonList = said.buttons
    .slice(0, NAVER_LIMITS.buttons)
    .map((label, index) => button(shorten(lines[index] ?? label, NAVER_LIMITS.quickTitle), label));
  return { textContent: { text, quickReply: { buttonList } } };
}
