import { Temporal } from "temporal-polyfill";
import type { Day, Instant, LocalTime } from "./core/day.ts";
import type { Clock } from "./ports/clock.ts";

const ZONE = "Asia/Seoul";
const MINUTE = "2026-01-10T10:00";
const DAY = "2026-01-10";

/**
 * A clock over a source of instants, which only `main.ts` and `cli` take from the machine. With `asOf`, days and local times are
 * those of that day, to meet the assistant in the middle of the affair; instants stay true, so that nothing expires or waits wrongly.
 */
export function seoulClock(now: () => Instant, asOf?: Day): Clock {
  // Asked for several times in every turn, and reckoned anew once a minute.
  let kept = { minute: "", local: "" };
  const local = (): LocalTime => {
    const instant = now();
    const minute = instant.slice(0, MINUTE.length);
    if (kept.minute === minute) return kept.local;
    const plain = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDateTime();
    const there = asOf === undefined ? plain : Temporal.PlainDate.from(asOf).toPlainDateTime(plain.toPlainTime());
    kept = { minute, local: there.toString({ smallestUnit: "minute" }) };
    return kept.local;
  };
  return { now, today: () => local().slice(0, DAY.length), local };
}

/** A Korean local time (`2026-01-10T10:00`) as an instant. */
export const seoulInstant = (local: string): Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString({ smallestUnit: "millisecond" });
