import { redact } from "../../privacy/redact.ts";

/** Slack shows these words as they are: no mention, no link, no picture of a word. */
export interface PlainText {
  readonly type: "plain_text";
  readonly text: string;
  readonly emoji: false;
}

/** Control signs, and signs that turn the direction of writing. */
const UNSEEN = /(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** How long Slack counts a sign: it may keep these three as entities. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["&", 5],
  ["<", 4],
  [">", 4],
]);

const weightOf = (sign: string): number => WEIGHTS.get(sign) ?? sign.length;

/** Without what identifies a person, without signs that nobody sees, and with addresses that cannot be pressed. */
export const cleanWords = (words: string): string =>
  redact(
    words
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
      .replace(UNSEEN, "")
      .replace(/\p{Surrogate}/gu, "\uFFFD"),
  ).replace(/(h)tt(ps?:\/\/)/gi, "$1xx$2");

/** Cuts to `max` as Slack counts, and says how much is missing. */
export function cutWords(words: string, max: number): { readonly text: string; readonly missing: number } {
  const signs = [...words];
  let weight = 0;
  const end = signs.findIndex((sign) => {
    weight += weightOf(sign);
    return weight > max;
  });
  return end === -1 ? { text: words, missing: 0 } : { text: signs.slice(0, end).join(""), missing: signs.length - end };
}

export const weigh = (words: string): number => [...words].reduce((sum, sign) => sum + weightOf(sign), 0);

/** Words that are already clean. */
export const plainText = (text: string): PlainText => ({
  type: "plain_text",
  text: text === "" ? " " : text,
  emoji: false,
});

/** Words from outside, fit to be shown to staff. */
export const safeText = (words: string, max: number): PlainText => plainText(shortened(cleanWords(words), max));

/** Cut to `max`, with a sign that it was. */
export function shortened(words: string, max: number): string {
  const { text, missing } = cutWords(words, max);
  return missing === 0 ? text : `${text} …`;
}

/** For the few places where Slack takes nothing but its own markup: its three signs as entities. */
export const escapeMarkup = (words: string): string =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
