import type { LogEntry } from "../../ports/log-entry.ts";
import { type OutgoingActivity, toActivities } from "./render.ts";

/** An activity set of Direct Line. The watermark is the place of the last entry looked at, as an opaque string. */
export interface ActivitySet {
  readonly activities: readonly OutgoingActivity[];
  readonly watermark: string;
}

export const readWatermark = (watermark: string | undefined): number =>
  watermark !== undefined && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;

/** `after` is the watermark that the entries were read with. */
export const toActivitySet = (entries: readonly LogEntry[], after: number, customer: string): ActivitySet => ({
  activities: entries.flatMap((entry) => toActivities(entry, customer)),
  watermark: String(entries.at(-1)?.seq ?? after),
});
