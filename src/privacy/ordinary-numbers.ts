import type { FoldedText, Span } from "./fold-text.ts";

const SIGN = "[^\\p{L}\\p{N}]";
const GAP = `(?:${SIGN}|에){1,3}`;
const MONTH = "(?:0?[1-9]|1[0-2])";
const DAY_OF_MONTH = "(?:0?[1-9]|[12]\\d|3[01])";
/** 원 as money, not as the start of another word (원래, 원하는). */
const WON = "(?:원(?=$|[^가-힣]|[을이은의에도만씩정입으과짜가대넘요뿐보])|won\\b|krw\\b)";

/** Phone numbers of persons and places in Korea, in every usual way of writing. */
const PHONES: readonly string[] = [
  `(?<!\\d)(?:\\+?82${SIGN}{0,4}(?:0${SIGN}{0,2})?|\\(?0)\\d{1,3}${GAP}\\d{3,4}${GAP}\\d{4}`,
  "(?<!\\d)0\\d{8,10}",
  `(?<!\\d)01[016789]${GAP}\\d{7,8}`,
  `(?<!\\d)01[016789]\\d{3,4}${GAP}\\d{4}`,
  `(?<!\\d)\\+82${SIGN}{0,2}\\d{9,10}`,
];
const PHONE = PHONES.map((phone) => new RegExp(`${phone}(?!\\d)`, "gu"));
/** The same in words, with a particle that is a number word too: "…오육칠팔이에요". */
const PHONE_AND_PARTICLE = PHONES.map((phone) => new RegExp(`${phone}(?=\\d(?!\\d))`, "gu"));

/** Numbers of companies: 1588-1234, 080-000-1234. */
const COMPANY_PHONES: readonly RegExp[] = [
  /(?<!\d|\d-)1[568]\d{2}-\d{4}(?!\d|-\d)/gu,
  /(?<!\d)080[-. )]{1,2}\d{3,4}[-. ]\d{4}(?!\d)/gu,
];

const DATES_AND_TIMES: readonly RegExp[] = [
  new RegExp(`(?<!\\d)(?:19|20)\\d{2} ?[.\\-/] ?${MONTH}(?: ?[.\\-/] ?${DAY_OF_MONTH})?(?!\\d)`, "gu"),
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  /(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,3})?)?(?![\d:])/gu,
];

const AMOUNTS: readonly RegExp[] = [
  /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)/gu,
  new RegExp(`(?<!\\d)\\d+(?= ?${WON})`, "giu"),
  /(?<=[₩$\\] ?)\d+(?!\d|-\d)/gu,
];

const spansOf = (text: string, patterns: readonly RegExp[]): readonly Span[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );

export const phoneSpans = ({ text, spoken }: FoldedText): readonly Span[] => [
  ...spansOf(text, PHONE),
  ...spansOf(text, PHONE_AND_PARTICLE).filter(({ end }) => spoken[end] === true),
];
export const companyPhoneSpans = (text: string): readonly Span[] => spansOf(text, COMPANY_PHONES);
/** Only as written: nobody says 20251231 digit by digit. */
export const dateSpans = ({ text, spoken }: FoldedText): readonly Span[] =>
  spansOf(text, DATES_AND_TIMES).filter(({ start, end }) => !spoken.slice(start, end).includes(true));
export const amountSpans = (text: string): readonly Span[] => spansOf(text, AMOUNTS);

/** Tells whether a span touches any of `taken`. */
export function overlapOf(length: number, taken: readonly Span[]): (span: Span) => boolean {
  const covered = new Int32Array(length + 1);
  for (const { start, end } of taken) covered.fill(1, start + 1, end + 1);
  for (let i = 1; i <= length; i += 1) covered[i] = (covered[i] ?? 0) + (covered[i - 1] ?? 0);
  return ({ start, end }) => (covered[end] ?? 0) > (covered[start] ?? 0);
}
