import type { Instant } from "../core/day.ts";
import { textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { tellDesk } from "./tell-desk.ts";

/**
 * Deliveries whose sender vanished (claimed at or before `claimedBy`; all in flight when absent) are handed out again, with
 * doubt. What was collected nobody but the collector can decide on: it stays `unknown`.
 */
export function recoverDeliveries(db: SqlDriver, now: Instant, claimedBy?: Instant): void {
  const lost = db.all(
    `UPDATE outbox SET state = CASE collected WHEN 1 THEN 'unknown' ELSE 'new' END,
       since = CASE collected WHEN 1 THEN ?1 ELSE since END,
       doubt_since = coalesce(doubt_since, ?1), not_before = NULL, send_anyway = 0
     WHERE state = 'sending' AND (?2 IS NULL OR claimed_at <= ?2) RETURNING conversation, state`,
    now,
    claimedBy ?? null,
  );
  const unknown = lost.filter((row) => textOf(row, "state") === "unknown").map((row) => textOf(row, "conversation"));
  for (const conversation of new Set(unknown)) tellDesk(db, conversation, now);
}
