import { addDays, type Day, type LocalTime, weekdayOf } from "../core/day.ts";

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
