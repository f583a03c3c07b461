import type { Instant } from "../core/day.ts";
import type { Attempt, Settlement } from "../ports/delivery.ts";
import { addMs } from "./add-ms.ts";
import { textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { SEEN_WAITING_MS, tellDesk } from "./tell-desk.ts";
import { holdTarget } from "./token-bucket.ts";

/** The attempt that is reported on is still the newest one. */
const MINE = "state = 'sending' AND attempts = ?";

/**
 * Notes how an attempt ended; returns whether there is news for the desk now. A late report may still say that the words have
 * arrived, but never brings a delivery back that others have overtaken.
 */
export function settleDelivery(db: SqlDriver, attempt: Attempt, result: Settlement, now: Instant): boolean {
  const before = db.get("SELECT conversation, target, via, state, since FROM outbox WHERE id = ?", attempt.id);
  if (before === undefined) return false;
  if (result.kind === "later" && result.holds === "target") holdTarget(db, textOf(before, "via"), now, result.afterMs);
  const changed = [attempt, ...(attempt.others ?? [])].map((one) => note(db, one, result, now));
  if (!changed[0] || textOf(before, "target") !== "channel" || !isSeen(before, result, now)) return false;
  return tellDesk(db, textOf(before, "conversation"), now);
}

function note(db: SqlDriver, { id, attempts }: Attempt, result: Settlement, now: Instant): boolean {
  switch (result.kind) {
    case "sent":
      return (
        db.run(
          "UPDATE outbox SET state = 'sent', since = ?, far_id = ?, why = NULL WHERE id = ? AND state <> 'sent'",
          now,
          result.farId ?? null,
          id,
        ) > 0
      );
    case "later":
      return (
        db.run(
          `UPDATE outbox SET state = 'new', not_before = ?, send_anyway = 0 WHERE id = ? AND ${MINE}`,
          addMs(now, result.afterMs),
          id,
          attempts,
        ) > 0
      );
    case "in-doubt":
      return (
        db.run(
          `UPDATE outbox SET state = 'new', not_before = ?, doubt_since = coalesce(doubt_since, ?), send_anyway = 0
           WHERE id = ? AND ${MINE}`,
          addMs(now, result.afterMs),
          now,
          id,
          attempts,
        ) > 0
      );
    case "unknown":
      return giveUp(db, { id, attempts }, { state: "unknown", now }) > 0;
    case "parked":
      return giveUp(db, { id, attempts }, { state: "parked", why: result.why, now }) > 0;
    case "refused":
      return giveUp(db, { id, attempts }, { state: "dead", why: result.why, now }) > 0;
  }
}

interface GivenUp {
  readonly state: "unknown" | "parked" | "dead";
  readonly why?: string;
  readonly now: Instant;
}

/** A late report may also say that what is unknown was refused. */
const giveUp = (db: SqlDriver, { id, attempts }: Attempt, { state, why, now }: GivenUp): number =>
  db.run(
    `UPDATE outbox SET state = ?1, since = ?2, why = ?3, send_anyway = 0,
       doubt_since = CASE ?1 WHEN 'unknown' THEN coalesce(doubt_since, ?2) ELSE doubt_since END
     WHERE id = ?4 AND (state = 'sending' AND attempts = ?5 OR state = 'unknown' AND ?1 = 'dead')`,
    state,
    now,
    why ?? null,
    id,
    attempts,
  );

/** Whether staff see this delivery otherwise than before. */
function isSeen(before: object, result: Settlement, now: Instant): boolean {
  switch (result.kind) {
    case "later":
    case "in-doubt":
      return false;
    case "unknown":
    case "parked":
    case "refused":
      return true;
    case "sent":
      return (
        ["unknown", "parked", "dead"].includes(textOf(before, "state")) ||
        textOf(before, "since") <= addMs(now, -SEEN_WAITING_MS)
      );
  }
}
