import { addDays, addMonths, parts, toDay } from "./calendar.ts";
import type { DatePattern } from "./date-pattern.ts";
import {
  between,
  likelyYear,
  monthAndDay,
  monthPart,
  oneDay,
  seasonSpan,
  unitsAgo,
  weekdaySpan,
  weekSpan,
  yearSpan,
} from "./date-span.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DATE = "(?<d>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d)";
const YEAR = "(?<y>20\\d\\d|last year|this year|next year)";
const COUNTS = [
  "zero",
  "a|an|one",
  "two|a couple(?: of)?|couple(?: of)?",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const UNITS = { day: "day", week: "week", month: "month", year: "year" } as const;
const isUnit = (word: string): word is keyof typeof UNITS => Object.hasOwn(UNITS, word);

const monthOf = (word = ""): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

function yearOf(word = "", today: string): number {
  const { year } = parts(today);
  if (/^\d+$/.test(word)) return Number(word);
  return year + (/^last/i.test(word) ? -1 : /^next/i.test(word) ? 1 : 0);
}

const countOf = (word = ""): number =>
  /^\d+$/.test(word) ? Number(word) : COUNTS.findIndex((words) => new RegExp(`^(?:${words})$`, "i").test(word));

const words = (pattern: string): RegExp => new RegExp(`\\b${pattern}`, "gi");

/** Dates in English words. */
export const ENGLISH_DATES: readonly DatePattern[] = [
  {
    pattern: words(`${MONTH}\\s?${DATE},?\\s(?:of\\s)?${YEAR}\\b`),
    read: ({ m, d, y }, { today }) => oneDay(toDay(yearOf(y, today), monthOf(m), Number(d))),
  },
  {
    pattern: words(`${DATE}\\s(?:of\\s)?${MONTH},?\\s(?:of\\s)?${YEAR}\\b`),
    read: ({ m, d, y }, { today }) => oneDay(toDay(yearOf(y, today), monthOf(m), Number(d))),
  },
  {
    pattern: words(`${YEAR},?\\s${MONTH}\\s${DATE}\\b`),
    read: ({ m, d, y }, { today }) => oneDay(toDay(yearOf(y, today), monthOf(m), Number(d))),
  },
  {
    pattern: words(`${MONTH}\\s(?:the\\s)?${DATE}(?!:)\\b`),
    read: ({ m, d }, spoken) => monthAndDay(monthOf(m), Number(d), spoken),
  },
  {
    pattern: words(`${DATE}\\s(?:of\\s)?${MONTH}\\b`),
    read: ({ m, d }, spoken) => monthAndDay(monthOf(m), Number(d), spoken),
  },
  {
    pattern: words(`(?:(?<part>early|mid|late|beginning of|start of|end of)[\\s-])?${MONTH},?\\s(?:of\\s)?${YEAR}\\b`),
    read: ({ part, m, y }, { today }) => monthPart(yearOf(y, today), monthOf(m), part?.toLowerCase()),
  },
  {
    pattern: words(
      `(?:(?:in|since|last|this|until|from|around|by|during)\\s)?(?:(?<part>early|mid|late|(?:the )?(?:beginning|start|end) of)[\\s-])?${MONTH}\\b(?<![^n]\\s(?:may|mar)|^(?:may|mar))`,
    ),
    read: ({ part, m }, spoken) => {
      const month = monthOf(m);
      return monthPart(likelyYear(month, 1, spoken), month, part?.toLowerCase().replace(/^the /, ""));
    },
  },
  { pattern: words("the day before yesterday\\b"), read: (_, { today }) => oneDay(addDays(today, -2)) },
  { pattern: words("(?:yesterday|last night)\\b"), read: (_, { today }) => oneDay(addDays(today, -1)) },
  { pattern: words("(?:today|this morning|just now|tonight)\\b"), read: (_, { today }) => oneDay(today) },
  { pattern: words("the day after tomorrow\\b"), read: (_, { today }) => oneDay(addDays(today, 2)) },
  { pattern: words("tomorrow\\b"), read: (_, { today }) => oneDay(addDays(today, 1)) },
  {
    pattern: words(
      `(?<n>\\d{1,3}|${COUNTS.slice(1).join("|")})\\s(?<unit>day|week|month|year)s?\\s(?:ago|back|before today)\\b`,
    ),
    read: ({ n, unit = "" }, { today }) => (isUnit(unit) ? unitsAgo(countOf(n), UNITS[unit], today) : undefined),
  },
  {
    pattern: words(`(?<step>last|this past|this|next)\\s(?:week\\s)?(?<weekday>${WEEKDAYS.join("|")})\\b`),
    read: ({ step = "", weekday = "" }, { today }) => {
      const index = WEEKDAYS.indexOf(weekday.toLowerCase());
      const weeks = /^next/i.test(step) ? 1 : /^this$/i.test(step) ? 0 : undefined;
      const span = weekdaySpan(index, weeks, today);
      return span && { ...span, precision: "guessed-year" };
    },
  },
  {
    pattern: words(`(?:on\\s)?(?<weekday>${WEEKDAYS.join("|")})\\b(?!s)`),
    read: ({ weekday = "" }, { today }) => {
      const span = weekdaySpan(WEEKDAYS.indexOf(weekday.toLowerCase()), undefined, today);
      return span && { ...span, precision: "guessed-year" };
    },
  },
  {
    pattern: words("(?<step>last|this|next)\\s(?<unit>week|month)\\b"),
    read: ({ step = "", unit }, { today }) => {
      const count = /^last/i.test(step) ? -1 : /^next/i.test(step) ? 1 : 0;
      if (unit?.toLowerCase() === "week") return weekSpan(count, today);
      const { year, month } = parts(addMonths(today, count));
      return monthPart(year, month, undefined);
    },
  },
  {
    pattern: words("(?<step>last|this)\\s(?<season>spring|summer|fall|autumn|winter)\\b"),
    read: ({ season = "" }, { today }) => {
      const { year } = parts(today);
      const here = seasonSpan(year, season.charAt(0).toLowerCase());
      return here !== undefined && here.from <= today ? here : seasonSpan(year - 1, season.charAt(0).toLowerCase());
    },
  },
  {
    pattern: words(`(?:(?<part>early|late|mid|end of|beginning of)[\\s-])?${YEAR}\\b(?!\\s?(?:won|people|times))`),
    read: ({ part = "", y }, { today }) => {
      const year = yearOf(y, today);
      if (/^(?:early|beg)/i.test(part)) return yearSpan(year, 1, 3);
      return /^(?:late|end)/i.test(part) ? yearSpan(year, 11, 12) : yearSpan(year);
    },
  },
  { pattern: words("christmas\\b"), read: (_, spoken) => monthAndDay(12, 25, spoken) },
  { pattern: words("new year'?s day\\b"), read: (_, spoken) => monthAndDay(1, 1, spoken) },
  {
    pattern: words("a year ago\\b"),
    read: (_, { today }) => between(addMonths(today, -15), addMonths(today, -9), "about"),
  },
];
