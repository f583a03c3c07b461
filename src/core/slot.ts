import type { LocalTime } from "./day.ts";

/** A stretch of opening hours for which a customer can ask to be called back; `to` is excluded. */
export interface Slot {
  readonly from: LocalTime;
  readonly to: LocalTime;
}
