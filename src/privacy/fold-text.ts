import { digitOf } from "./digit-of.ts";

/** A text as a reader of numbers sees it, with the way back to the text as it was written. */
export interface FoldedText {
  /** One form for each sign: digits as 0-9, half- and full-width forms levelled, invisible signs left out. */
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its origin starts and ends in the original. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each UTF-16 unit of `text`: true for a digit that was written as a word (공, 일, 〇). */
  readonly spoken: readonly boolean[];
}

// One sign with the marks and conjoining letters that belong to it, so that decomposed Hangul is read as a whole.
const SIGN = /[\s\S][\p{M}\u1160-\u11ff\ud7b0-\ud7fb]*/gu;
const INVISIBLE = /[\p{Cf}\u115f\u1160\u3164\uffa0]/u;
const MARKS = /\p{M}/gu;

/** Folds a text for the search of numbers. With `spoken`, number words count as digits. */
export function foldText(original: string, options: { readonly spoken: boolean }): FoldedText {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const spoken: boolean[] = [];
  for (const { 0: sign, index } of original.matchAll(SIGN)) {
    for (const char of levelled(sign)) {
      const digit = digitOf(char, options);
      const folded = digit === undefined ? char : String(digit.value);
      text.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) {
        starts.push(index);
        ends.push(index + sign.length);
        spoken.push(digit?.spoken ?? false);
      }
    }
  }
  return { text: text.join(""), starts, ends, spoken };
}

/** Whole syllables are written in one way only. */
const isSyllable = (sign: string): boolean => sign >= "\uac00" && sign <= "\ud7a3";

function levelled(sign: string): string {
  if (sign.length === 1 && (sign < "\u0080" || isSyllable(sign))) return sign;
  if (INVISIBLE.test(sign)) return "";
  return sign.normalize("NFKC").replace(MARKS, "");
}

/** A stretch of a text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a stretch of the folded text lies in the original. */
export function originOf(folded: FoldedText, span: Span): Span {
  return { start: folded.starts[span.start] ?? 0, end: folded.ends[span.end - 1] ?? 0 };
}
