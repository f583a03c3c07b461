import { toJamo } from "./hangul.ts";

/** From this likeness on, two examples of one intent teach the same thing. */
export const NEAR_COPY = 0.85;

const LEAST_LETTERS = 6;
const LEAST_JAMO = 12;
const GRAM = 3;
const UNIT = 2 ** 16;

/** A text as the measure sees it. */
export interface Grams {
  /** Every three letters that follow one another, Hangul taken apart, as sorted numbers. */
  readonly codes: Float64Array;
  /** False for words so short that many of them are alike ("네네"). */
  readonly isLong: boolean;
}

export function gramsOf(text: string): Grams {
  const letters = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const jamo = toJamo(letters);
  const codes = new Float64Array(Math.max(0, jamo.length - GRAM + 1));
  for (let at = 0; at < codes.length; at += 1) {
    codes[at] = (jamo.charCodeAt(at) * UNIT + jamo.charCodeAt(at + 1)) * UNIT + jamo.charCodeAt(at + 2);
  }
  return { codes: codes.sort(), isLong: letters.length >= LEAST_LETTERS && jamo.length >= LEAST_JAMO };
}

/** How much of two texts is the same, whatever their spaces and signs: 0 to 1 (Dice's coefficient). */
export const likeness = (one: Grams, other: Grams): number => atLeast(one, other, 0);

/** True when both are long enough to be compared and nearly the same. */
export const isNearCopy = (one: Grams, other: Grams): boolean =>
  one.isLong && other.isLong && atLeast(one, other, NEAR_COPY) >= NEAR_COPY;

/** Their likeness, or 0 as soon as it is clear that it is below `least`: nearly all pairs are told apart at once. */
function atLeast({ codes: one }: Grams, { codes: other }: Grams, least: number): number {
  const sum = one.length + other.length;
  let [shared, spare] = [0, (1 - least) * sum];
  if (Math.abs(one.length - other.length) > spare) return 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [left = 0, right = 0] = [one[i], other[j]];
    if (left === right) shared += 1;
    else {
      spare -= 1;
      if (spare < 0) return 0;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return sum === 0 ? 0 : (2 * shared) / sum;
}
