import type { Day } from "../core/day.ts";
import { daysIn, parts, toDay } from "./calendar.ts";
import { koreanNumber, MONTH, SINO_WORDS } from "./korean-numbers.ts";

/** Days of which one is meant, both ends included. */
export interface BirthSpan {
  readonly from: Day;
  readonly to: Day;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to write a year or a day of birth. */
export interface BirthPattern {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, today: Day) => BirthSpan | undefined;
  /** True for figures that are no year of birth without words of birth right beside them. */
  readonly bare?: boolean;
}

const DIGIT = "[일이삼사오육칠팔구공영]";
const YEAR = `(?<y>(?<!\\d)(?:19|20)\\d\\d|(?<![\\d.,])'?\\d\\d|(?:천\\s?구백|이천)\\s?(?:${SINO_WORDS})?|(?<![가-힣])(?:[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|${DIGIT}{2}))`;
const DATE = `\\s?(?<d>\\d{1,2}|${SINO_WORDS})\\s?일(?![주곱])`;
const FULL_YEAR = "(?<![\\d.,\\-/])(?<y>(?:19|20)\\d\\d)";
const ENGLISH_MONTH =
  "(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH_YEAR = "(?<y>(?:19|20)\\d\\d|'\\d\\d)(?!\\d)";
const ENGLISH_DATE = "(?<d>[0-3]?\\d)(?:st|nd|rd|th)?(?!\\d)";
/** "61년 만에", "10년째": how long, not when. */
const NOT_LONG = "(?!\\s?(?:간|동안|째|차|전에?\\s?(?:부터|가입)|됐|되었|된|넘|정도|쯤|약정|만에|이상))";

/** The first pattern that fits a place wins. */
export const BIRTH_PATTERNS: readonly BirthPattern[] = [
  {
    pattern: new RegExp(`${YEAR}\\s?년도?(?:\\s?(?<m>${MONTH})\\s?월달?(?:${DATE})?)?${NOT_LONG}`, "g"),
    read: ({ y, m, d }, today) => span(yearOf(y, today), m && koreanNumber(m), d && koreanNumber(d)),
  },
  {
    pattern:
      /(?<![\d.\-/])(?<y>(?:19|20)\d\d|\d\d)\s?(?<mark>[.\-/])\s?(?<m>\d{1,2})\s?\k<mark>\s?(?<d>\d{1,2})(?![\d\-/])\.?/g,
    read: ({ y, m, d }, today) => span(yearOf(y, today), Number(m), Number(d)),
  },
  {
    pattern: /(?<![\d.\-/])(?<a>\d{1,2})(?<mark>[.\-/])(?<b>\d{1,2})\k<mark>(?<y>(?:19|20)\d\d)(?![\d\-/])/g,
    read: ({ y, a, b }) => hull(span(Number(y), Number(a), Number(b)), span(Number(y), Number(b), Number(a))),
  },
  {
    pattern: /(?<!\d)(?<y>(?:19|20)\d\d)(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/g,
    read: ({ y, m, d }) => span(Number(y), Number(m), Number(d)),
  },
  {
    pattern: new RegExp(`${FULL_YEAR}\\s?[.\\-/]\\s?(?<m>1[0-2]|0?[1-9])(?![\\d.\\-/])`, "g"),
    read: ({ y, m }) => span(Number(y), Number(m)),
  },
  {
    pattern: new RegExp(`\\b${ENGLISH_DATE}\\s(?:of\\s)?${ENGLISH_MONTH},?\\s(?:of\\s)?${ENGLISH_YEAR}`, "gi"),
    read: ({ y, m, d }, today) => span(yearOf(y, today), monthOf(m), d && Number(d)),
  },
  {
    pattern: new RegExp(`\\b${ENGLISH_MONTH}\\s?(?:${ENGLISH_DATE})?,?\\s(?:of\\s)?${ENGLISH_YEAR}`, "gi"),
    read: ({ y, m, d }, today) => span(yearOf(y, today), monthOf(m), d && Number(d)),
  },
  {
    pattern: new RegExp(`${FULL_YEAR}(?![\\d.,\\-/]?\\d|\\s?(?:[원명건만개]|won|people))`, "g"),
    read: ({ y }) => span(Number(y)),
  },
  {
    pattern: /(?<![\d.,\-/])'?(?<y>\d\d)(?![\d.,\-/]?\d)/g,
    read: ({ y }, today) => span(yearOf(y, today)),
    bare: true,
  },
];

const monthOf = (word = ""): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Two figures are of this century only if they are no later than today's two. */
function yearOf(word = "", today: Day): number {
  const said = word.replace(/['\s]/g, "");
  const figures = /^\d+$/.test(said) ? said : undefined;
  if (figures?.length === 4) return Number(figures);
  const [, century, rest] = /^(천구백|이천)(.*)$/.exec(said) ?? [];
  if (century !== undefined) return (century === "이천" ? 2000 : 1900) + (rest ? koreanNumber(rest) : 0);
  const short = figures === undefined ? shortYear(said) : Number(figures);
  return (short <= parts(today).year % 100 ? 2000 : 1900) + short;
}

/** "육십일" and "육일" are both 61, "공삼" is 3. */
const shortYear = (word: string): number =>
  word.includes("십")
    ? koreanNumber(word)
    : Number([...word].map((letter) => "영일이삼사오육칠팔구".indexOf(letter.replace("공", "영"))).join(""));

/** A whole year or month, or one day; undefined when the calendar has none. */
function span(year: number, month?: number | "", date?: number | ""): BirthSpan | undefined {
  const [firstMonth, lastMonth] = month ? [month, month] : [1, 12];
  const [first, last] = date ? [date, date] : [1, daysIn(year, lastMonth)];
  const from = toDay(year, firstMonth, first);
  const to = toDay(year, lastMonth, last);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** From the earlier beginning to the later end. */
export function hull(one: BirthSpan | undefined, other: BirthSpan | undefined): BirthSpan | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { from: one.from < other.from ? one.from : other.from, to: one.to > other.to ? one.to : other.to };
}
