import { describe, expect, it } from "vitest";
import { addDays, type Day } from "../../src/core/day.ts";
import { onlyBand, readBirths } from "../../src/understanding/read-births.ts";
import { bandsOf } from "./birth-facts.ts";

const TODAYS: readonly Day[] = [
  "2026-01-12",
  "2026-01-13",
  "2026-02-01",
  "2026-02-02",
  "2026-02-28",
  "2026-03-01",
  "2027-12-31",
  "2028-02-28",
  "2028-02-29",
  "2028-03-01",
];
const FIRST: Day = "1920-01-01";
const LAST: Day = "2015-12-31";

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Completed years counted one birthday after the other; who was born on 29 February has it on `leap` in other years. */
function ageOn(born: Day, today: Day, leap: "02-28" | "03-01"): number {
  let age = -1;
  for (let year = yearOf(born); year <= yearOf(today); year++) {
    const hasLeapDay = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const birthday = born.endsWith("02-29") && !hasLeapDay ? leap : born.slice(5);
    if (`${year}-${birthday}` <= today) age++;
  }
  return age;
}

const bornBand = (born: Day): string =>
  born < "1961-01-13" ? "by_12_january_1961" : born > "1961-02-01" ? "from_2_february_1961" : "between";
const ageBand = (age: number): string => (age >= 19 ? "from_19" : age >= 14 ? "from_14_to_18" : "under_14");

/** Bands of the age today under either reading of a leap day and of the birthday itself. */
const bandsToday = ({ from, to }: Ages): ReadonlySet<string> => new Set([ageBand(from), ageBand(to)]);

/** The fewest and the most years that may count as completed: today's birthday may count or not. */
interface Ages {
  readonly from: number;
  readonly to: number;
}

const days: Day[] = [];
for (let day = FIRST; day <= LAST; day = addDays(day, 1)) days.push(day);

const read = (fact: string, words: string, today: Day) => {
  const bands = bandsOf(fact);
  return onlyBand(readBirths(words, { today, asked: bands.kind }), bands, today);
};

const cache = new Map<string, string | undefined>();
/** As `read`, remembered: years and ages are the same for many days. */
function readOnce(fact: string, words: string, today: Day): string | undefined {
  const key = `${fact} ${words} ${today}`;
  if (!cache.has(key)) cache.set(key, read(fact, words, today));
  return cache.get(key);
}

/** "1961년 1월 2일생" in one of six ways. */
function dated(born: Day, way: number): string {
  const [year, month, date] = born.split("-").map(Number);
  const names = "January February March April May June July August September October November December".split(" ");
  const short = String(year).slice(2);
  const isLast = year !== undefined && year < 2000 && Number(short) > 28;
  const ways = [
    `${year}년 ${month}월 ${date}일생`,
    `born on ${names[(month ?? 1) - 1]} ${date}, ${year}`,
    `${isLast ? short : year}년 ${month}월 ${date}일생이에요`,
    `${year}.${month}.${date} 출생`,
    `생년월일은 ${born}`,
    `${date} ${names[(month ?? 1) - 1]} ${year}`,
  ];
  return ways[way % ways.length] ?? "";
}

interface Person {
  readonly born: Day;
  /** Completed years today. */
  readonly age: number;
  /** The same where a leap day's birthday is 28 February. */
  readonly eve: number;
}

/** Days about an end of a band, or on which a birthday falls near today. */
const isNearEdge = (born: Day, today: Day): boolean =>
  (born > "1961-01-08" && born < "1961-02-06") ||
  [-2, -1, 0, 1, 2].some((ahead) => addDays(today, ahead).slice(5) === born.slice(5)) ||
  (born.endsWith("02-29") && today.slice(5) < "03-04" && today.slice(5) > "02-25");

describe.each(TODAYS)("every day of birth from 1920 to 2015, said on %s", (today) => {
  const yesterday = addDays(today, -1);
  const people = days.map((born) => {
    const age = ageOn(born, today, "03-01");
    const eve = born.endsWith("02-29") ? ageOn(born, today, "02-28") : age;
    return { born, age, eve, bands: bandsToday({ from: ageOn(born, yesterday, "03-01"), to: eve }) };
  });
  it("as a full date falls into its own band, or into none where today's birthday ends one", () => {
    const wrong: string[] = [];
    for (const [place, { born, bands }] of people.entries()) {
      // Between them, the days of asking see every day of birth.
      if (place % TODAYS.length !== TODAYS.indexOf(today) && !isNearEdge(born, today)) continue;
      const words = dated(born, Math.floor(place / TODAYS.length));
      if (read("born", words, today) !== bornBand(born)) wrong.push(`born ${words}`);
      if (read("age_now", words, today) !== (bands.size === 1 ? [...bands][0] : undefined)) wrong.push(`age ${words}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ["a year", ({ born }: Person) => `${yearOf(born)}년생`],
    [
      "a year of two figures",
      ({ born }: Person) => (yearOf(born) > yearOf(today) - 100 ? `${born.slice(2, 4)}년생` : ""),
    ],
    ["a year alone", ({ born }: Person) => born.slice(0, 4)],
    ["a month", ({ born }: Person) => `${yearOf(born)}년 ${Number(born.slice(5, 7))}월생`],
    ["completed years", ({ age }: Person) => `만 ${age}세`],
    ["completed years of a leap day's eve", ({ eve }: Person) => `만 ${eve}세예요`],
    ["completed years in English", ({ age }: Person) => `I'm ${age} years old`],
    ["a bare age", ({ age }: Person) => `${age}살`],
    ["the counted age", ({ born }: Person) => `${yearOf(today) - yearOf(born) + 1}세`],
    ["the age of the year", ({ born }: Person) => `${yearOf(today) - yearOf(born)}살`],
    ["a decade", ({ age }: Person) => `${Math.floor(age / 10)}0대`],
    ["this year's completed age", ({ born }: Person) => `올해 만 ${yearOf(today) - yearOf(born)}세예요`],
    ["a number alone", ({ age }: Person) => `${age}`],
  ])("as %s never falls into another band", (_, say) => {
    const wrong = new Set<string>();
    let told = 0;
    for (const person of people) {
      const { born, bands } = person;
      const words = say(person);
      const value = readOnce("born", words, today);
      if (value !== undefined) told++;
      if (value !== undefined && value !== bornBand(born)) wrong.add(`born ${born} ${words} ${value}`);
      // Who says how many years are completed has counted the birthday of today.
      const age = readOnce("age_now", words, today);
      if (age !== undefined && !bands.has(age)) wrong.add(`age ${born} ${words} ${age}`);
    }
    expect([...wrong]).toEqual([]);
    expect(told).toBeGreaterThan(days.length / 4);
  });
});
