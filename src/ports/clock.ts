import type { Day, Instant, LocalTime } from "../core/day.ts";

/** The only source of time. A fixed clock shows the assistant on another day. */
export interface Clock {
  now(): Instant;
  /** The calendar day in Asia/Seoul. */
  today(): Day;
  /** Day and time of day in Asia/Seoul. */
  local(): LocalTime;
}
