import type { Clock } from "../../src/ports/clock.ts";

export interface ManualClock extends Clock {
  advance(ms: number): void;
}

/** A clock that moves only when told to. */
export function manualClock(start = "2026-01-10T01:00:00.000Z"): ManualClock {
  let now = Date.parse(start);
  const korea = () => new Date(now + 9 * 3_600_000).toISOString();
  return {
    now: () => new Date(now).toISOString(),
    today: () => korea().slice(0, 10),
    local: () => korea().slice(0, 16),
    advance: (ms) => {
      now += ms;
    },
  };
}
