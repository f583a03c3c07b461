import type { Day } from "../core/day.ts";

const DAY_MS = 86_400_000;

/** The day, or undefined when the calendar has no such day. */
export function toDay(year: number, month: number, day: number): Day | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= daysIn(year, month) ? format(Date.UTC(year, month - 1, day)) : undefined;
}

export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const addDays = (day: Day, count: number): Day => format(Date.parse(day) + count * DAY_MS);

/** The same day of another month, or that month's last day. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = parts(day);
  const index = year * 12 + month - 1 + count;
  const then = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return format(Date.UTC(then.year, then.month - 1, Math.min(date, daysIn(then.year, then.month))));
}

/** 0 is Monday. */
export const weekday = (day: Day): number => (new Date(Date.parse(day)).getUTCDay() + 6) % 7;

export const parts = (day: Day): { readonly year: number; readonly month: number; readonly date: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  date: Number(day.slice(8, 10)),
});

const format = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
