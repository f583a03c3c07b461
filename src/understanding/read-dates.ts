import type { Day } from "../core/day.ts";
import type { DatePattern } from "./date-pattern.ts";
import type { Precision } from "./date-span.ts";
import { ENGLISH_DATES } from "./english-dates.ts";
import { KOREAN_CALENDAR } from "./korean-dates.ts";
import { KOREAN_HOLIDAYS } from "./korean-holidays.ts";
import { KOREAN_RELATIVE } from "./korean-relative-dates.ts";
import { matchesOf } from "./matches-of.ts";
import { NUMERIC_DATES } from "./numeric-dates.ts";

/** A day that the words name, or a range of which `day` is the first. */
export interface DateReading {
  readonly day: Day;
  readonly range: { readonly from: Day; readonly to: Day };
  readonly precision: Precision;
  /** True when a year or a day was filled in. */
  readonly guessed: boolean;
  readonly evidence: string;
  /** Where the evidence starts. */
  readonly at: number;
}

const PATTERNS: readonly DatePattern[] = [
  ...KOREAN_HOLIDAYS,
  ...NUMERIC_DATES,
  ...KOREAN_CALENDAR,
  ...KOREAN_RELATIVE,
  ...ENGLISH_DATES,
];

/** No message names more days than this. */
const MOST = 12;

/**
 * All days that a normalised text names, in the order said. `today` is the day on which it was said. Without a year the
 * last such day is meant; where the day may be a plan (`mayBeAhead`), one that comes within weeks is.
 */
export function readDates(text: string, today: Day, mayBeAhead = false): readonly DateReading[] {
  const found: DateReading[] = [];
  let rest = text;
  const spokenOf = (after: string) => ({ today, ahead: pointsAhead(after), soon: mayBeAhead && !speaksOfPast(after) });
  for (const { pattern, read } of PATTERNS) {
    for (const match of matchesOf(rest, pattern)) {
      if (found.length >= MOST) break;
      const after = rest.slice(match.index + match[0].length);
      const span = read(match.groups ?? {}, spokenOf(after));
      // Taken words are blanked, so that "2025년 10월 3일" is not read again as "10월", nor "2월 30일" as "2월".
      rest = rest.slice(0, match.index) + TAKEN.repeat(match[0].length) + after;
      if (span === undefined || span.from > span.to) continue;
      const evidence = match[0].trim();
      found.push({
        day: span.from,
        range: { from: span.from, to: span.to },
        precision: span.precision,
        guessed: span.precision !== "day",
        evidence,
        at: match.index + match[0].indexOf(evidence),
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Stands where a day was read; no keyboard writes it. */
const TAKEN = "\ufffc";

const CLAUSE_END = /[.!?\n\ufffc]|(?:는데|니까|지만)\s/;
const AHEAD =
  /(?:하|가|기|꾸|나오)면(?!서)|[가-힣]\s?(?:예정|계획)|려고|려는|[할갈꿀길올]\s?(?:거|게|건|까|래|생각|수)|\b(?:will|going to|plan|if i|want to|can i)\b/;
const BEHIND = /[했었았였됐갔꿨졌]|\b(?:did|was|were|cancelled|left|joined|switched|\w+ed)\b/;

const clauseOf = (after: string): string => after.slice(0, 40).split(CLAUSE_END, 1)[0] ?? "";

const speaksOfPast = (after: string): boolean => BEHIND.test(clauseOf(after));

/** True when the words after a day speak of what is still to be done. */
const pointsAhead = (after: string): boolean => AHEAD.test(clauseOf(after)) && !speaksOfPast(after);
