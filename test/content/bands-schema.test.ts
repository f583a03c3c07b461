import { describe, expect, it } from "vitest";
import { utterancesFileSchema } from "../../src/content/schemas.ts";

const faults = (fact: object): readonly string[] =>
  utterancesFileSchema
    .safeParse({ facts: { born: { values: {}, ...fact } }, examples: {} })
    .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("bands of a fact", () => {
  it.each([
    ["days", { births: { old: { to: "1961-01-12" }, between: { from: "1961-01-13", to: "1961-02-01" } } }],
    ["ages", { ages: { adult: { from: 19 }, young: { from: 14, to: 18 }, child: { to: 13 } } }],
    ["none", {}],
  ])("of %s are taken", (_, fact) => expect(faults(fact)).toEqual([]));

  it.each([
    [
      "that overlap",
      { births: { old: { to: "1961-01-12" }, young: { from: "1961-01-12" } } },
      "facts.born.births.young: overlaps the band of old",
    ],
    [
      "that overlap by an open end",
      { ages: { a: { from: 19 }, b: { from: 65 } } },
      "facts.born.ages.b: overlaps the band of a",
    ],
    ["without ends", { ages: { a: {} } }, "facts.born.ages.a: names neither `from` nor `to`"],
    ["that end first", { ages: { a: { from: 19, to: 14 } } }, "facts.born.ages.a: ends (14) before it begins (19)"],
    [
      "of no day",
      { births: { a: { to: "1961-02-30" } } },
      "facts.born.births.a.to: is not a calendar day (YYYY-MM-DD)",
    ],
    [
      "of both kinds",
      { births: { a: { to: "1961-01-12" } }, ages: { b: { from: 19 } } },
      "facts.born: has `births` and `ages`; it may have one",
    ],
  ])("%s are refused", (_, fact, fault) => expect(faults(fact)).toContain(fault));
});
