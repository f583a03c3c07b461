import type { FoldedText, Span } from "./fold-text.ts";

/** Digits that follow one another with nothing but signs in between. */
export interface DigitRun {
  readonly digits: string;
  /** Where each digit stands in the folded text. */
  readonly at: readonly number[];
  /** Whether a number may begin or end before the digit with this index (0 to the number of digits). */
  readonly edge: readonly boolean[];
}

// At most five signs, or a word with which people read a hyphen aloud.
const BETWEEN = "(?:[^\\p{L}\\p{N}]|다시|대시|하이픈|슬래시|에){0,5}";
const RUN = new RegExp(`\\d(?:${BETWEEN}\\d)*`, "gu");

export const findRuns = (folded: FoldedText): readonly DigitRun[] =>
  [...folded.text.matchAll(RUN)].map(({ 0: text, index }) => runOf(folded, { start: index, end: index + text.length }));

function runOf(folded: FoldedText, span: Span): DigitRun {
  const at: number[] = [];
  for (let i = span.start; i < span.end; i += 1) if (isDigit(folded.text[i])) at.push(i);
  const spoken = (digit: number) => folded.spoken[at[digit] ?? 0] === true;
  const edge = at.map((position, i) => i === 0 || at[i - 1] !== position - 1 || spoken(i) || spoken(i - 1));
  return { digits: at.map((position) => folded.text[position]).join(""), at, edge: [...edge, true] };
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= "0" && char <= "9";

/** Digits of a run from `from`, `length` of them, as a possible number of its own. */
export interface DigitWindow extends Span {
  readonly digits: string;
  /** Lengths of the groups in which the digits are written ("900101-1234567" is 6, 7). */
  readonly groups: readonly number[];
  /** What stands between the groups. */
  readonly between: readonly string[];
  /** True when signs or letters stand before and after it, not merely a number word. */
  readonly apart: boolean;
}

/** In one piece, and not a piece of something longer. */
export const isUnbroken = ({ apart, groups }: DigitWindow): boolean => apart && groups.length === 1;

/** Undefined where the digits would be a piece torn out of a longer number. */
export function windowOf(folded: FoldedText, run: DigitRun, from: number, length: number): DigitWindow | undefined {
  const first = run.at[from];
  const last = run.at[from + length - 1];
  if (first === undefined || last === undefined || !run.edge[from] || !run.edge[from + length]) return undefined;
  const groups: number[] = [];
  const between: string[] = [];
  let groupStart = from;
  for (let i = from + 1; i <= from + length; i += 1) {
    const previous = run.at[i - 1] ?? 0;
    const here = run.at[i] ?? 0;
    if (i < from + length && here === previous + 1) continue;
    groups.push(i - groupStart);
    if (i < from + length) between.push(folded.text.slice(previous + 1, here));
    groupStart = i;
  }
  const apart = run.at[from - 1] !== first - 1 && run.at[from + length] !== last + 1;
  return { digits: run.digits.slice(from, from + length), groups, between, apart, start: first, end: last + 1 };
}
