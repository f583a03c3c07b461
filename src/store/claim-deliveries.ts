import type { Instant } from "../core/day.ts";
import type { Delivery } from "../ports/delivery.ts";
import { deliveryOf } from "./delivery-of.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

const DELIVERY = `SELECT o.id, o.conversation, c.channel, c.address, o.attempts, o.news, e.seq, e.at, e.body
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq`;

/** Marks due deliveries as `sending`; a lane (one conversation, one target) gives its oldest or nothing. */
export function claimDeliveries(db: SqlDriver, now: Instant, max: number): readonly Delivery[] {
  const due = db.all(
    `SELECT o.id FROM outbox o
     WHERE o.state = 'new' AND (o.not_before IS NULL OR o.not_before <= ?) AND NOT EXISTS (
       SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.target = o.target AND p.id < o.id
       AND p.state IN ('new', 'sending'))
     ORDER BY o.id LIMIT ?`,
    now,
    max,
  );
  return due.flatMap((row) => {
    const id = numberOf(row, "id");
    db.run("UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ? WHERE id = ?", now, id);
    const claimed = db.get(`${DELIVERY} WHERE o.id = ?`, id);
    return claimed === undefined ? [] : [deliveryOf(claimed)];
  });
}

/**
 * Decides on deliveries whose sender vanished (claimed at or before `claimedBy`, all of them when absent):
 * sent again where `resend` allows it, else `unknown`, never to be repeated.
 */
export function recoverDeliveries(
  db: SqlDriver,
  resend: (delivery: Delivery) => boolean,
  claimedBy: Instant | undefined,
): void {
  const lost =
    claimedBy === undefined
      ? db.all(`${DELIVERY} WHERE o.state = 'sending' ORDER BY o.id`)
      : db.all(`${DELIVERY} WHERE o.state = 'sending' AND o.claimed_at <= ? ORDER BY o.id`, claimedBy);
  for (const row of lost) {
    const delivery = deliveryOf(row);
    db.run("UPDATE outbox SET state = ? WHERE id = ?", resend(delivery) ? "new" : "unknown", delivery.id);
  }
}
