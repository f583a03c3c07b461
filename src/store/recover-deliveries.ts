import type { Instant } from "../core/day.ts";
import { textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { tellDesk } from "./tell-desk.ts";

/**
 * A far end may still be at what a sender that died has written to it: only after this long since the claim may anything follow
 * in the same lane. Longer than the longest call.
 */
export const LATE_MS = 6_000;

export interface Recovery {
  readonly now: Instant;
  /** Those in flight since then or longer; all when absent. */
  readonly claimedBy?: Instant;
  readonly lateMs: number;
}

/**
 * Deliveries whose sender vanished are handed out again, with doubt. What was collected nobody but the collector can decide on:
 * it stays `unknown`.
 */
export function recoverDeliveries(db: SqlDriver, { now, claimedBy, lateMs }: Recovery): void {
  const lost = db.all(
    `UPDATE outbox SET state = CASE collected WHEN 1 THEN 'unknown' ELSE 'new' END,
       since = CASE collected WHEN 1 THEN ?1 ELSE since END,
       doubt_since = coalesce(doubt_since, ?1), send_anyway = 0,
       not_before = strftime('%Y-%m-%dT%H:%M:%fZ', claimed_at, '+' || ?3 || ' seconds')
     WHERE state = 'sending' AND (?2 IS NULL OR claimed_at <= ?2) RETURNING conversation, state`,
    now,
    claimedBy ?? null,
    lateMs / 1_000,
  );
  const unknown = lost.filter((row) => textOf(row, "state") === "unknown").map((row) => textOf(row, "conversation"));
  for (const conversation of new Set(unknown)) tellDesk(db, conversation, now);
}
