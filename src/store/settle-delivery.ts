import type { Instant } from "../core/day.ts";
import { type Attempt, SEEN_WAITING_MS, type Settlement } from "../ports/delivery.ts";
import { addMs } from "./add-ms.ts";
import { numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { tellDesk } from "./tell-desk.ts";
import { holdTarget } from "./token-bucket.ts";

const SENT = "UPDATE outbox SET state = 'sent', far_id = ?, why = NULL WHERE id = ?";
const CHANGED = "RETURNING conversation, target, via, since, collected";

/** The attempt that is reported on is still the newest one. */
const MINE = "state = 'sending' AND attempts = ?";

/** Just said, and nobody was told that it waits: the common case, of which nothing need be read. */
const SENT_UNSEEN = `${SENT} AND state = 'sending' AND collected = 0 AND since > ?`;

export interface Report {
  readonly attempt: Attempt;
  readonly result: Settlement;
}

/** Notes several reports; returns whether there is news for the desk now. */
export function settleDeliveries(db: SqlDriver, reports: readonly Report[], now: Instant): boolean {
  const seenBy = addMs(now, -SEEN_WAITING_MS);
  let told = false;
  for (const { attempt, result } of reports) {
    const isPlain = result.kind === "sent" && attempt.others === undefined;
    if (isPlain && db.run(SENT_UNSEEN, result.farId ?? null, attempt.id, seenBy) === 1) continue;
    told = settleDelivery(db, attempt, result, now) || told;
  }
  return told;
}

/**
 * Notes how an attempt ended; returns whether there is news for the desk now. A late report may still say that the words have
 * arrived, but never brings a delivery back that others have overtaken.
 */
function settleDelivery(db: SqlDriver, attempt: Attempt, result: Settlement, now: Instant): boolean {
  const [changed] = [attempt, ...(attempt.others ?? [])].map((one) => note(db, one, result, now));
  if (changed === undefined || changed.kind === "unchanged") return false;
  const { row } = changed;
  if (result.kind === "later" && result.holds === "target") holdTarget(db, textOf(row, "via"), now, result.afterMs);
  const seen = changed.kind === "late" || isSeen(row, result, now);
  return seen && textOf(row, "target") === "channel" && tellDesk(db, textOf(row, "conversation"), now);
}

/** `late`: what was settled before, or given to another sender, has turned out otherwise. */
type Noted = { readonly kind: "unchanged" } | { readonly kind: "settled" | "late"; readonly row: object };

const settled = (row: object | undefined, kind: "settled" | "late" = "settled"): Noted =>
  row === undefined ? { kind: "unchanged" } : { kind, row };

function note(db: SqlDriver, { id, attempts }: Attempt, result: Settlement, now: Instant): Noted {
  switch (result.kind) {
    case "sent": {
      const farId = result.farId ?? null;
      const row = db.get(`${SENT} AND state = 'sending' ${CHANGED}`, farId, id);
      return row === undefined
        ? settled(db.get(`${SENT} AND state <> 'sent' ${CHANGED}`, farId, id), "late")
        : settled(row);
    }
    case "later":
    case "in-doubt": {
      const doubtSince = result.kind === "in-doubt" ? now : null;
      return settled(
        db.get(
          `UPDATE outbox SET state = 'new', not_before = ?, doubt_since = coalesce(doubt_since, ?), send_anyway = 0
           WHERE id = ? AND ${MINE} ${CHANGED}`,
          addMs(now, result.afterMs),
          doubtSince,
          id,
          attempts,
        ),
      );
    }
    case "unknown":
      return giveUp(db, { id, attempts }, { state: "unknown", now });
    case "parked":
      return giveUp(db, { id, attempts }, { state: "parked", why: result.why, now });
    case "refused":
      return giveUp(db, { id, attempts }, { state: "dead", why: result.why, now });
  }
}

interface GivenUp {
  readonly state: "unknown" | "parked" | "dead";
  readonly why?: string;
  readonly now: Instant;
}

/** A late report may also say that what is unknown was refused. */
const giveUp = (db: SqlDriver, { id, attempts }: Attempt, { state, why, now }: GivenUp): Noted =>
  settled(
    db.get(
      `UPDATE outbox SET state = ?1, since = ?2, why = ?3, send_anyway = 0,
         doubt_since = CASE ?1 WHEN 'unknown' THEN coalesce(doubt_since, ?2) ELSE doubt_since END
       WHERE id = ?4 AND (state = 'sending' AND attempts = ?5 OR state = 'unknown' AND ?1 = 'dead') ${CHANGED}`,
      state,
      now,
      why ?? null,
      id,
      attempts,
    ),
  );

/** Whether staff see this delivery otherwise than before. */
function isSeen(row: object, result: Settlement, now: Instant): boolean {
  switch (result.kind) {
    case "later":
    case "in-doubt":
      return false;
    case "unknown":
    case "parked":
    case "refused":
      return true;
    case "sent":
      return numberOf(row, "collected") === 1 || Date.parse(now) - Date.parse(textOf(row, "since")) >= SEEN_WAITING_MS;
  }
}
