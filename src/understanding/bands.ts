import type { Day } from "../core/day.ts";
import type { BirthSpan } from "./birth-spans.ts";
import { addDays, addMonths, daysIn, parts } from "./calendar.ts";
import type { AgeRange } from "./read-ages.ts";

interface Ends<End> {
  readonly from?: End;
  readonly to?: End;
}

/** What the values of a fact stand for: days of birth, or completed years on the day of asking. Both ends are included. */
export type Bands =
  | { readonly kind: "births"; readonly of: Readonly<Record<string, Ends<Day>>> }
  | { readonly kind: "ages"; readonly of: Readonly<Record<string, Ends<number>>> };

/** Value of the band in which the whole span lies; `ages` is what was said, when it was an age and no date. */
export function bandOf(bands: Bands, span: BirthSpan, today: Day, ages?: AgeRange): string | undefined {
  if (bands.kind === "births") return holding(bands.of, span.from, span.to);
  const { from, to } = ages ?? { from: least(span.to, today), to: most(span.from, today) };
  return holding(bands.of, from, to);
}

function holding<End extends Day | number>(
  bands: Readonly<Record<string, Ends<End>>>,
  from: End,
  to: End,
): string | undefined {
  const held = Object.entries(bands).filter(
    ([, band]) => (band.from === undefined || band.from <= from) && (band.to === undefined || to <= band.to),
  );
  return held.length === 1 ? held[0]?.[0] : undefined;
}

/** Birthdays of those who have completed these years today; who was born on 29 February may have done so a day earlier or later. */
export function birthsOf({ from, to }: AgeRange, today: Day): BirthSpan {
  const last = yearsBefore(today, from);
  const { year, month, date } = parts(last);
  const isEnd = month === 2 && date === 28 && parts(today).date >= 28 && isLastOfFebruary(today);
  return {
    from: addDays(yearsBefore(today, to + 1), 1),
    to: isEnd ? `${year}-02-${daysIn(year, 2)}` : last,
  };
}

const isLastOfFebruary = (day: Day): boolean => parts(addDays(day, 1)).month !== parts(day).month;

const yearsBefore = (day: Day, years: number): Day => addMonths(day, -12 * years);

/** Years completed before today: on the birthday itself no source says whether they count. */
const least = (born: Day, today: Day): number => Math.max(0, completed(born, today, "03-01", false));

const most = (born: Day, today: Day): number => completed(born, today, "02-28", true);

/** `leap`: the birthday of 29 February in a year without one. */
function completed(born: Day, today: Day, leap: string, counts: boolean): number {
  const { year } = parts(today);
  const date = born.endsWith("02-29") && daysIn(year, 2) === 28 ? leap : born.slice(5);
  const years = year - parts(born).year;
  const birthday = `${year}-${date}`;
  return birthday < today || (counts && birthday === today) ? years : years - 1;
}
