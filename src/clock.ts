import { Temporal } from "temporal-polyfill";
import type { Day, Instant } from "./core/day.ts";
import type { Clock } from "./ports/clock.ts";

const ZONE = "Asia/Seoul";

/**
 * A clock over a source of instants, which only `main.ts` and `cli` take from the machine. With `asOf`, days and local times are
 * those of that day, to meet the assistant in the middle of the affair; instants stay true, so that nothing expires or waits wrongly.
 */
export function seoulClock(now: () => Instant, asOf?: Day): Clock {
  const local = () => {
    const plain = Temporal.Instant.from(now()).toZonedDateTimeISO(ZONE).toPlainDateTime();
    return asOf === undefined ? plain : Temporal.PlainDate.from(asOf).toPlainDateTime(plain.toPlainTime());
  };
  return {
    now,
    today: () => local().toPlainDate().toString(),
    local: () => local().toString({ smallestUnit: "minute" }),
  };
}

/** A Korean local time (`2026-01-10T10:00`) as an instant. */
export const seoulInstant = (local: string): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString({ smallestUnit: "millisecond" });
