import { describe, expect, test } from "vitest";
import { loadContent } from "../../src/content/load-content.ts";
import { addDays, type Day, isDay } from "../../src/core/day.ts";
import { projectRoot } from "../../src/project-root.ts";

/** The ends of the bands as their buttons name them; between them the birthday falls on a day that no source settles. */
const LAST_OLDER = "1961-01-12";
const FIRST_YOUNGER = "1961-02-02";
/** The programme's first day: the month was announced, no day in it is earlier. */
const START = "2026-02-01";

const { packs } = await loadContent(projectRoot);
const pack = packs.get("kt-2025");
const cutoff = String(pack?.facts.get("comp.cutoff")?.value);
const age = Number(pack?.facts.get("comp.insurance_auto_age")?.value);

/** Days that may count as the birthday of that age: both neighbours of 29 February in a year without one. */
function birthdays(born: Day, years: number): readonly Day[] {
  const year = Number(born.slice(0, 4)) + years;
  const day = `${year}${born.slice(4)}`;
  return isDay(day) ? [day] : [`${year}-02-28`, `${year}-03-01`];
}

function* daysFrom(first: Day, last: Day): Generator<Day> {
  for (let day = first; day <= last; day = addDays(day, 1)) yield day;
}

describe("the bands of the time of birth, against the age that KT announced", () => {
  test("the older band had that age before the cut-off, whichever day counts", () => {
    for (const born of daysFrom("1950-01-01", LAST_OLDER)) {
      for (const day of birthdays(born, age)) if (day >= cutoff) expect.fail(`${born} reaches ${age} on ${day}`);
    }
  });

  test("the younger band did not have it yet when the programme started", () => {
    for (const born of daysFrom(FIRST_YOUNGER, "1970-12-31")) {
      for (const day of birthdays(born, age)) if (day <= START) expect.fail(`${born} reaches ${age} on ${day}`);
    }
  });

  test("the band between is exactly the birthdays from the one day to the other, none of them 29 February", () => {
    const between = [...daysFrom(addDays(LAST_OLDER, 1), addDays(FIRST_YOUNGER, -1))];
    expect(birthdays(between[0] ?? "", age)).toEqual([cutoff]);
    expect(birthdays(between.at(-1) ?? "", age)).toEqual([START]);
    expect(between.filter((born) => birthdays(born, age).length !== 1)).toEqual([]);
    expect(birthdays("1960-02-29", age)).toEqual(["2025-02-28", "2025-03-01"]);
  });

  test("the buttons name the same days", () => {
    expect([LAST_OLDER, FIRST_YOUNGER]).toEqual(["1961-01-12", "1961-02-02"]);
    expect(pack?.questions.ko.born?.options).toMatchObject({
      by_12_january_1961: "1961년 1월 12일까지",
      from_2_february_1961: "1961년 2월 2일부터",
    });
    expect(pack?.questions.en.born?.options).toMatchObject({
      by_12_january_1961: "By 12 January 1961",
      from_2_february_1961: "From 2 February 1961",
    });
  });

  test("the bands by which years, days and ages are read are the same", () => {
    expect(pack?.utterances.facts.born?.births).toEqual({
      by_12_january_1961: { to: LAST_OLDER },
      from_2_february_1961: { from: FIRST_YOUNGER },
      between: { from: addDays(LAST_OLDER, 1), to: addDays(FIRST_YOUNGER, -1) },
    });
  });
});
