import { addDays, type Day, type LocalTime, localOfMinutes, minutesOf, weekdayOf } from "../core/day.ts";
import type { Slot } from "../core/slot.ts";

/** When people answer, in Korean local time. */
export interface DeskHoursPlan {
  /** Open intervals of each weekday, `HH:mm` to `HH:mm` (end excluded); 0 is Sunday. */
  readonly week: Readonly<Record<number, readonly { readonly from: string; readonly to: string }[]>>;
  /** Days on which the desk is closed. */
  readonly holidays: ReadonlySet<Day>;
}

/** How far ahead an opening is looked for. */
const HORIZON_DAYS = 30;

const intervals = (plan: DeskHoursPlan, day: Day) => (plan.holidays.has(day) ? [] : (plan.week[weekdayOf(day)] ?? []));

export function isDeskOpen(plan: DeskHoursPlan, at: LocalTime): boolean {
  const time = at.slice(11);
  return intervals(plan, at.slice(0, 10)).some(({ from, to }) => from <= time && time < to);
}

/** `at` itself while open; otherwise the next opening. Undefined when the plan never opens. */
export function nextOpening(plan: DeskHoursPlan, at: LocalTime): LocalTime | undefined {
  if (isDeskOpen(plan, at)) return at;
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(at.slice(0, 10), ahead);
    const opening = intervals(plan, day)
      .map(({ from }) => `${day}T${from}`)
      .sort()
      .find((from) => from > at);
    if (opening !== undefined) return opening;
  }
  return undefined;
}

/** Opening intervals that end after `at`, in order, up to the horizon. */
function* openingsFrom(plan: DeskHoursPlan, at: LocalTime): Generator<Slot> {
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(at.slice(0, 10), ahead);
    for (const { from, to } of intervals(plan, day).toSorted((one, other) => one.from.localeCompare(other.from))) {
      if (`${day}T${to}` > at) yield { from: `${day}T${from}`, to: `${day}T${to}` };
    }
  }
}

/** Milliseconds from `at` until the desk has been open for so many minutes; undefined when it never will. */
export function deskMinutesFrom(plan: DeskHoursPlan, at: LocalTime, minutes: number): number | undefined {
  let left = minutes;
  for (const { from, to } of openingsFrom(plan, at)) {
    const start = Math.max(minutesOf(from), minutesOf(at));
    const span = minutesOf(to) - start;
    // At the moment of closing nobody is there any more: what is due then is due at the next opening.
    if (left < span) return (start + left - minutesOf(at)) * 60_000;
    left -= span;
  }
  return undefined;
}

/** For how many minutes the desk was open between two moments. */
export function deskMinutesBetween(plan: DeskHoursPlan, from: LocalTime, to: LocalTime): number {
  let open = 0;
  for (const opening of openingsFrom(plan, from)) {
    if (opening.from >= to) break;
    const end = opening.to < to ? opening.to : to;
    open += minutesOf(end) - Math.max(minutesOf(opening.from), minutesOf(from));
  }
  return open;
}

/** When the interval ends that is open at `at`; undefined while closed. */
export function closingAfter(plan: DeskHoursPlan, at: LocalTime): LocalTime | undefined {
  const [now] = openingsFrom(plan, at);
  return now !== undefined && now.from <= at ? now.to : undefined;
}

/** The next `count` opening intervals that begin at least `leadMinutes` after `at`. */
export function slotsAfter(plan: DeskHoursPlan, at: LocalTime, count: number, leadMinutes: number): readonly Slot[] {
  const earliest = localOfMinutes(minutesOf(at) + leadMinutes);
  return [...openingsFrom(plan, at)].filter(({ from }) => from >= earliest).slice(0, count);
}

/** When the desk closes for the day; undefined for a day on which it does not open. */
export const lastClosing = (plan: DeskHoursPlan, day: Day): LocalTime | undefined =>
  intervals(plan, day)
    .map(({ to }) => `${day}T${to}`)
    .sort()
    .at(-1);
