import type { Day } from "../core/day.ts";
import { addDays, addMonths, daysIn, parts, toDay, weekday } from "./calendar.ts";

/** `day`: said in full. `guessed-year`: the year was not said. The rest are ranges, of which the first day stands for all. */
export type Precision = "day" | "guessed-year" | "month" | "year" | "about";

export interface DateSpan {
  readonly from: Day;
  readonly to: Day;
  readonly precision: Precision;
}

/** When the words were said, and whether they point ahead ("해지하면"). */
export interface Spoken {
  readonly today: Day;
  readonly ahead: boolean;
  /** A day that comes within weeks may be meant rather than last year's. */
  readonly soon: boolean;
}

export const oneDay = (day: Day | undefined, precision: Precision = "day"): DateSpan | undefined =>
  day === undefined ? undefined : { from: day, to: day, precision };

export const between = (from: Day | undefined, to: Day | undefined, precision: Precision): DateSpan | undefined =>
  from === undefined || to === undefined ? undefined : { from, to, precision };

export const around = (day: Day, days: number): DateSpan => ({
  from: addDays(day, -days),
  to: addDays(day, days),
  precision: "about",
});

const SOON_DAYS = 31;

/** The year in which this month (and day) was last seen, or comes next when the words point ahead. */
export function likelyYear(month: number, date: number, { today, ahead, soon }: Spoken): number {
  const { year } = parts(today);
  const here = `${year}-${two(month)}-${two(date)}`;
  if (ahead) return here >= today ? year : year + 1;
  if (soon && here > today && here <= addDays(today, SOON_DAYS)) return year;
  return here <= today ? year : year - 1;
}

export const monthAndDay = (month: number, date: number, spoken: Spoken): DateSpan | undefined =>
  oneDay(toDay(likelyYear(month, date, spoken), month, date), "guessed-year");

/** Third of a month by its Korean word ("초", "중순", "말"), or the whole month. */
export function monthPart(year: number, month: number, part: string | undefined): DateSpan | undefined {
  if (month < 1 || month > 12) return undefined;
  const last = daysIn(year, month);
  const [from, to] = PARTS.find(([words]) => part !== undefined && words.test(part))?.[1] ?? [1, 31];
  return between(toDay(year, month, from), toDay(year, month, Math.min(to, last)), "month");
}

const PARTS: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/^(?:초|상순|early|beginning|start)/, [1, 10]],
  [/^(?:중|mid)/, [11, 20]],
  [/^(?:말|하순|late|end)/, [21, 31]],
];

export const yearSpan = (year: number, fromMonth = 1, toMonth = 12): DateSpan | undefined =>
  between(toDay(year, fromMonth, 1), toDay(year, toMonth, daysIn(year, toMonth)), "year");

/** Months of a season by its first letter; winter runs into the next year. */
export function seasonSpan(year: number, season: string): DateSpan | undefined {
  const first = { 봄: 3, 여: 6, 가: 9, 겨: 12, s: 3, S: 6, f: 9, a: 9, w: 12 }[season];
  if (first === undefined) return undefined;
  const from = toDay(year, first, 1);
  return from === undefined ? undefined : between(from, addDays(addMonths(from, 3), -1), "year");
}

/** "3일 전", "두 달 전": days are exact, longer units are about. */
export function unitsAgo(count: number, unit: "day" | "week" | "month" | "year", today: Day): DateSpan | undefined {
  if (!(count >= 0 && count <= 400)) return undefined;
  switch (unit) {
    case "day":
      return oneDay(addDays(today, -count));
    case "week":
      return around(addDays(today, -7 * count), 3);
    case "month":
      return around(addMonths(today, -count), 15);
    case "year":
      return count > 60 ? undefined : around(addMonths(today, -12 * count), 182);
    default:
      return unit satisfies never;
  }
}

/** A weekday (0 is Monday) of the week that lies `weeks` from this one; without `weeks` the last one before today. */
export function weekdaySpan(index: number, weeks: number | undefined, today: Day): DateSpan | undefined {
  const monday = addDays(today, -weekday(today));
  if (weeks !== undefined) return oneDay(addDays(monday, 7 * weeks + index));
  const back = (weekday(today) - index + 7) % 7;
  return oneDay(addDays(today, -(back === 0 ? 7 : back)));
}

export function weekSpan(weeks: number, today: Day): DateSpan {
  const monday = addDays(today, -weekday(today) + 7 * weeks);
  return { from: monday, to: addDays(monday, 6), precision: "about" };
}

const two = (count: number): string => String(count).padStart(2, "0");
