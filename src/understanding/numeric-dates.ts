import { parts, toDay } from "./calendar.ts";
import type { DatePattern } from "./date-pattern.ts";
import { monthAndDay, monthPart, oneDay } from "./date-span.ts";

const fullYear = (year: string | undefined): number => {
  const count = Number(year);
  return count < 100 ? 2000 + count : count;
};

const day = (y?: string, m?: string, d?: string) => toDay(fullYear(y), Number(m), Number(d));

/** Dates in figures: the same in both languages. The first pattern that fits a place wins. */
export const NUMERIC_DATES: readonly DatePattern[] = [
  {
    pattern:
      /(?<![\d.])(?<y>(?:19|20)\d\d|\d\d)\s?(?<mark>[.\-/])\s?(?<m>\d{1,2})\s?\k<mark>\s?(?<d>\d{1,2})(?!\d)(?:\s?일|\.(?!\d))?/g,
    read: ({ y, m, d }) => oneDay(day(y, m, d)),
  },
  {
    pattern: /(?<!\d)(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>20\d\d)(?!\d)/g,
    read: ({ y, m, d }) => {
      const swappable = Number(d) <= 12 && m !== d;
      return oneDay(day(y, m, d) ?? day(y, d, m), swappable ? "guessed-year" : "day");
    },
  },
  { pattern: /(?<!\d)(?<y>20[0-4]\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/g, read: ({ y, m, d }) => oneDay(day(y, m, d)) },
  {
    pattern: /(?<![\d-])(?<y>[12]\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?![\d-]|\s?원)/g,
    read: ({ y, m, d }, { today }) => (fullYear(y) > parts(today).year + 1 ? undefined : oneDay(day(y, m, d))),
  },
  {
    pattern: /(?<![\d.\-/])(?<y>20\d\d)\s?[.\-/]\s?(?<m>1[0-2]|0?[1-9])(?![\d.\-/])/g,
    read: ({ y, m }) => monthPart(fullYear(y), Number(m), undefined),
  },
  {
    pattern: /(?<![\d./])(?<m>1[0-2]|0?[1-9])\s?\/\s?(?<d>[0-3]?\d)(?![\d/%]|\s?(?:정도|로 줄))/g,
    read: ({ m, d }, spoken) => monthAndDay(Number(m), Number(d), spoken),
  },
  {
    pattern: /(?<![\d.])(?<m>1[0-2]|0?[1-9])[.-](?<d>[0-3]?\d)(?=\s?(?:에|일|날|부터|까지|자로|경|쯤|$))/g,
    read: ({ m, d }, spoken) => monthAndDay(Number(m), Number(d), spoken),
  },
];
