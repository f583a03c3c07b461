import type { Day } from "../core/day.ts";
import { type Bands, bandOf, birthsOf } from "./bands.ts";
import type { BirthSpan } from "./birth-spans.ts";
import { type AgeRange, type AgeReading, OLDEST, readAges, readBareAge } from "./read-ages.ts";
import { LONG_AGO, readBirthDates } from "./read-birth-dates.ts";

/** Days on which somebody may have been born, both ends included, by the words that tell it. */
export interface BirthReading extends BirthSpan {
  readonly evidence: string;
  readonly at: number;
  /** Completed years, when an age was said. */
  readonly ages?: AgeRange;
  /** True when the words name one end only ("65세 이상"). */
  readonly open: boolean;
}

/** When and whether a question for a time of birth or an age is open. */
export interface BirthContext {
  readonly today: Day;
  readonly asked?: Bands["kind"];
}

/** Times of birth that a normalised clause names by a year, a date or an age, in the order said. */
export function readBirths(clause: string, { today, asked }: BirthContext): readonly BirthReading[] {
  const ages = readAges(clause).map((age) => ofAge(age, today));
  const dates = readBirthDates(clause, today, asked !== undefined);
  const told = [...dates, ...ages.filter((age) => !dates.some((date) => isWithin(age, date)))];
  if (told.length === 0 && asked !== undefined) return bareNumber(clause, today, asked);
  return told.toSorted((a, b) => a.at - b.at);
}

function ofAge({ ages, evidence, at, open }: AgeReading, today: Day): BirthReading {
  const { from, to } = birthsOf(ages, today);
  return { from: ages.to >= OLDEST ? LONG_AGO : from, to, ages, evidence, at, open };
}

/** A bare "72" to the question when somebody was born is the age or the year: both must lie in one band. */
function bareNumber(clause: string, today: Day, asked: Bands["kind"]): readonly BirthReading[] {
  const bare = readBareAge(clause);
  if (bare === undefined) return [];
  const age = ofAge(bare, today);
  const years = asked === "ages" ? [] : bare.years.flatMap((year) => readBirthDates(`${year}년생`, today, true));
  return [age, ...years.map(({ from, to }) => ({ from, to, evidence: age.evidence, at: age.at, open: false }))];
}

const isWithin = (inner: BirthReading, outer: { readonly at: number; readonly evidence: string }): boolean =>
  inner.at < outer.at + outer.evidence.length && inner.at + inner.evidence.length > outer.at;

/** The band in which all of the readings lie; two bands are two people. */
export function onlyBand(readings: readonly BirthReading[], bands: Bands, today: Day): string | undefined {
  const values = new Set(readings.map((reading) => bandOf(bands, reading, today, reading.ages)));
  return values.size === 1 ? [...values][0] : undefined;
}
