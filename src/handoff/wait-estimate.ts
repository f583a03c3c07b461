import { type Instant, localOf, minutesOf } from "../core/day.ts";
import type { Clocks } from "./clocks.ts";
import { type DeskHoursPlan, deskMinutesBetween } from "./desk-hours.ts";

/** A case that an agent took up. */
export interface TakenUp {
  readonly openedAt: Instant;
  readonly claimedAt: Instant;
}

/** Told in steps, so that it does not look more exact than it is. */
const STEP_MINUTES = 5;

/**
 * For how many minutes of opening hours those typically waited who were taken up lately (the median, rounded up); undefined when
 * there are too few to go by.
 */
export function waitEstimate(
  taken: readonly TakenUp[],
  now: Instant,
  plan: DeskHoursPlan,
  { casesAtLeast, withinMinutes }: Clocks["estimate"],
): number | undefined {
  const earliest = minutesOf(localOf(now)) - withinMinutes;
  const waits = taken
    .filter(({ claimedAt }) => minutesOf(localOf(claimedAt)) >= earliest)
    .map(({ openedAt, claimedAt }) => deskMinutesBetween(plan, localOf(openedAt), localOf(claimedAt)))
    .toSorted((one, other) => one - other);
  const middle = waits[Math.floor(waits.length / 2)];
  if (waits.length < casesAtLeast || middle === undefined) return undefined;
  return Math.max(1, Math.ceil(middle / STEP_MINUTES)) * STEP_MINUTES;
}
