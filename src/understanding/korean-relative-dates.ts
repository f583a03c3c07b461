import { addDays, toDay } from "./calendar.ts";
import type { DatePattern } from "./date-pattern.ts";
import { around, between, likelyYear, oneDay, unitsAgo, weekdaySpan, weekSpan } from "./date-span.ts";
import { DAY_COUNT, koreanNumber, NATIVE_COUNT, SINO_WORDS } from "./korean-numbers.ts";

const WORDS_AGO: readonly (readonly [RegExp, number])[] = [
  [/(?<![가-힣])(?:그끄저께|그끄제|그그저께|그그제|삼일전)/g, 3],
  [/(?<![가-힣])(?:그저께|그제|그저깨|그젓께|엊그저께)(?!야|서야|와)/g, 2],
  [/(?<![가-힣])(?:어제|어저께|어젯밤|어제께|전날|간밤)/g, 1],
  [/(?<![가-힣])(?:오늘|금일|방금|아까|조금\s?전|좀\s?전|지금\s?막)/g, 0],
  [/(?<![가-힣])(?:내일|낼)(?!까지)/g, -1],
  [/(?<![가-힣])(?:모레|내일모레)/g, -2],
];

const UNITS = { 일: "day", 주일: "week", 주: "week", 달: "month", 개월: "month", 년: "year", 해: "year" } as const;
const isUnit = (word: string): word is keyof typeof UNITS => Object.hasOwn(UNITS, word);
const COUNT = `(?:(?<days>${DAY_COUNT})|(?<n>${NATIVE_COUNT}|${SINO_WORDS}|\\d{1,3})\\s?(?<unit>일|주일|주|달|개월|년|해))(?:쯤|정도|가량|\\s쯤|\\s정도)?`;

function countedAgo(groups: Readonly<Record<string, string | undefined>>, today: string) {
  if (groups.days !== undefined) return unitsAgo(koreanNumber(groups.days), "day", today);
  const unit = groups.unit ?? "";
  return isUnit(unit) ? unitsAgo(koreanNumber(groups.n ?? ""), UNITS[unit], today) : undefined;
}

/** A day before which nobody had a contract; stands for "before" without an end. */
const LONG_AGO = "1990-01-01";

const WEEK_STEP: Readonly<Record<string, number>> = {
  지지난: -2,
  저저번: -2,
  지난: -1,
  저번: -1,
  이번: 0,
  요번: 0,
  다음: 1,
  담: 1,
};
const WEEK = "(?<week>지지난|저저번|지난|저번|이번|요번|다음|담)\\s?주";

/** Days counted from today, weekdays and holidays, in Korean. */
export const KOREAN_RELATIVE: readonly DatePattern[] = [
  {
    pattern: new RegExp(`(?<![\\d가-힣])(?:한\\s|약\\s?)?${COUNT}\\s?전(?!화|부|산|체)`, "g"),
    read: (groups, { today }) => countedAgo(groups, today),
  },
  {
    pattern: new RegExp(`(?<![\\d가-힣])(?:한\\s|약\\s?)?${COUNT}\\s?(?:이\\s?)?(?:넘었|넘음|넘어요)`, "g"),
    read: (groups, { today }) => between(LONG_AGO, countedAgo(groups, today)?.to, "about"),
  },
  {
    pattern: new RegExp(
      `(?:지\\s?|(?<![\\d가-힣]))(?:이제\\s?|벌써\\s?|아직\\s?|약\\s?|한\\s)?${COUNT}\\s?(?:됐|됬|돼요|되었|되는|지났|밖에|안\\s?됐|조금)`,
      "g",
    ),
    read: (groups, { today }) => {
      const span = countedAgo(groups, today);
      return span && (span.precision === "day" ? around(span.from, 2) : span);
    },
  },
  {
    pattern: new RegExp(`(?<![가-힣])${WEEK}\\s?(?<weekday>[월화수목금토일])(?:요일|욜)`, "g"),
    read: ({ week = "", weekday = "" }, { today }) =>
      weekdaySpan("월화수목금토일".indexOf(weekday), WEEK_STEP[week] ?? 0, today),
  },
  {
    pattern: new RegExp(`(?<![가-힣])(?:${WEEK}\\s?말|지난\\s?주말)`, "g"),
    read: ({ week = "지난" }, { today }) => {
      const { from, to } = weekSpan(WEEK_STEP[week] ?? 0, today);
      return between(addDays(from, 5), to, "about");
    },
  },
  {
    pattern: new RegExp(`(?<![가-힣])${WEEK}(?!차|소|년|\\s?(?:일|간))`, "g"),
    read: ({ week = "" }, { today }) => weekSpan(WEEK_STEP[week] ?? 0, today),
  },
  {
    pattern: /(?<![가-힣])(?:지난\s?)?(?<weekday>[월화수목금토일])(?:요일|욜)(?!마다)/g,
    read: ({ weekday = "" }, { today }) => {
      const span = weekdaySpan("월화수목금토일".indexOf(weekday), undefined, today);
      return span && { ...span, precision: "guessed-year" };
    },
  },
  { pattern: /(?<![가-힣])엊그제/g, read: (_, { today }) => between(addDays(today, -4), addDays(today, -1), "about") },
  { pattern: /(?<![가-힣])글피/g, read: (_, { today }) => oneDay(addDays(today, 3)) },
  ...WORDS_AGO.map(
    ([pattern, count]): DatePattern => ({ pattern, read: (_, { today }) => oneDay(addDays(today, -count)) }),
  ),
  {
    pattern: /(?<![가-힣])연말(?!정산|연시)/g,
    read: (_, spoken) => {
      const year = likelyYear(12, 1, spoken);
      return between(toDay(year, 12, 15), toDay(year, 12, 31), "about");
    },
  },
  {
    pattern: /(?<![가-힣])연초/g,
    read: (_, spoken) => {
      const year = likelyYear(1, 1, spoken);
      return between(toDay(year, 1, 1), toDay(year, 1, 31), "about");
    },
  },
];
