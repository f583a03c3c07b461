import { addDays, addMonths, daysIn, parts, toDay } from "./calendar.ts";
import type { DatePattern } from "./date-pattern.ts";
import { between, likelyYear, monthAndDay, monthPart, oneDay, type Spoken, seasonSpan, yearSpan } from "./date-span.ts";
import { koreanNumber, MONTH, SINO_WORDS } from "./korean-numbers.ts";

/** "작년", "2025년", "'25년" … */
const YEAR =
  "(?<y>재재작년|재작년|제작년|그러께|작년|지난\\s?해|전년|올해|금년|이번\\s?해|내년|다음\\s?해|(?:19|20)\\d\\d\\s?년?도?|'?\\d\\d\\s?년도?)";
const MONTH_NAME = `(?<m>${MONTH})\\s?월(?:달)?`;
/** Not inside another word or number. */
const ALONE = "(?<![\\d가-힣])";
/** "3일", "삼일"; the figure alone when no Korean letter follows. */
const DATE = `(?:(?<d>\\d{1,2})\\s?(?:일(?!주)(?:날|자)?|(?=[^\\d가-힣]|$|에))|(?<dk>${SINO_WORDS})\\s?일(?!주|곱)(?:날|자)?)`;
const PART = "(?:\\s?(?<part>초순?|상순|중순|중반|말일?|하순)(?:경|쯤|께)?)?";

function yearOf(word: string, today: string): number {
  const { year } = parts(today);
  const figures = /\d+/.exec(word)?.[0];
  if (figures !== undefined) return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
  if (/재재작년|그러께/.test(word)) return word === "그러께" ? year - 2 : year - 3;
  if (/재작년|제작년/.test(word)) return year - 2;
  if (/작년|지난|전년/.test(word)) return year - 1;
  return /내년|다음/.test(word) ? year + 1 : year;
}

function monthOfYear(year: number, month: number, part: string | undefined) {
  return part === "말일" ? oneDay(toDay(year, month, daysIn(year, month))) : monthPart(year, month, part);
}

/** Last seen month of this name; this month counts when the words do not point back. */
const yearOfMonth = (month: number, spoken: Spoken): number =>
  likelyYear(month, spoken.ahead ? daysIn(2000, month) : 1, spoken);

const MONTH_STEP: Readonly<Record<string, number>> = {
  이번: 0,
  이: 0,
  요번: 0,
  금: 0,
  당: 0,
  지난: -1,
  저번: -1,
  전: -1,
  지지난: -2,
  저저번: -2,
  다음: 1,
  담: 1,
  내: 1,
};
const STEP = "(?<step>지지난|저저번|이번|요번|지난|저번|다음|담|내|이|전)";

/** Days and months by the calendar, in Korean. */
export const KOREAN_CALENDAR: readonly DatePattern[] = [
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s?(?:의\\s?)?${MONTH_NAME}\\s?${DATE}`, "g"),
    read: ({ y = "", m = "", d, dk = "" }, { today }) =>
      oneDay(toDay(yearOf(y, today), koreanNumber(m), koreanNumber(d ?? dk))),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s?(?:의\\s?)?${MONTH_NAME}${PART}`, "g"),
    read: ({ y = "", m = "", part }, { today }) => monthOfYear(yearOf(y, today), koreanNumber(m), part),
  },
  {
    pattern: new RegExp(`${ALONE}${MONTH_NAME}\\s?${DATE}`, "g"),
    read: ({ m = "", d, dk = "" }, spoken) => monthAndDay(koreanNumber(m), koreanNumber(d ?? dk), spoken),
  },
  {
    pattern: new RegExp(`${STEP}\\s?달\\s?${DATE}`, "g"),
    read: ({ step = "", d, dk = "" }, { today }) => {
      const { year, month } = parts(addMonths(today, MONTH_STEP[step] ?? 0));
      return oneDay(toDay(year, month, koreanNumber(d ?? dk)));
    },
  },
  {
    pattern: new RegExp(`${STEP}\\s?달(?!라|리|력|\\s?(?:요금|전))${PART}`, "g"),
    read: ({ step = "", part }, { today }) => {
      const { year, month } = parts(addMonths(today, MONTH_STEP[step] ?? 0));
      return monthOfYear(year, month, part);
    },
  },
  {
    pattern: new RegExp(`${ALONE}(?!이월(?!\\s?(?:초|중|말|에|달|쯤)))${MONTH_NAME}(?!\\s?(?:간|치|분))${PART}`, "g"),
    read: ({ m = "", part }, spoken) => monthOfYear(yearOfMonth(koreanNumber(m), spoken), koreanNumber(m), part),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s?(?<half>상반기|하반기|초|중순|중반|말|연초|연말)`, "g"),
    read: ({ y = "", half = "" }, { today }) => {
      const year = yearOf(y, today);
      if (half === "상반기") return yearSpan(year, 1, 6);
      if (half === "하반기") return yearSpan(year, 7, 12);
      if (half.endsWith("초")) return yearSpan(year, 1, 3);
      return half.endsWith("말") ? yearSpan(year, 11, 12) : yearSpan(year, 5, 8);
    },
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR.replace("올해", "올해?")}\\s?(?<season>봄|여름|가을|겨울)`, "g"),
    read: ({ y = "", season = "" }, { today }) => seasonSpan(yearOf(y, today), season.charAt(0)),
  },
  {
    pattern: /(?<![가-힣])(?:지난\s?)?(?<season>봄|여름|가을|겨울)(?=에|쯤|경|$|\s?(?:초|말))/g,
    read: ({ season = "" }, { today }) => {
      const { year } = parts(today);
      const here = seasonSpan(year, season.charAt(0));
      return here !== undefined && here.from <= today ? here : seasonSpan(year - 1, season.charAt(0));
    },
  },
  {
    pattern: /(?<!\d)(?<y>(?:19|20)\d\d)\s?년도?(?!\s?(?:간|째|동안|\d))/g,
    read: ({ y }) => yearSpan(Number(y)),
  },
  {
    pattern: /(?<![\d가-힣])'?(?<y>[12]\d)\s?년(?:도|(?=에\s?(?:가입|개통|기변|해지|샀|바꿨|바꾼|옮|들어|계약|약정)))/g,
    read: ({ y }, { today }) => (2000 + Number(y) > parts(today).year + 1 ? undefined : yearSpan(2000 + Number(y))),
  },
  {
    pattern: /(?<y>재작년|제작년|작년|지난\s?해|내년|올해)(?!\s?(?:이맘|요맘|\d))/g,
    read: ({ y = "" }, { today }) => yearSpan(yearOf(y, today)),
  },
  {
    pattern: /(?:작년|지난\s?해)\s?(?:이맘|요맘)때/g,
    read: (_, { today }) => between(addDays(addMonths(today, -12), -15), addDays(addMonths(today, -12), 15), "about"),
  },
];
