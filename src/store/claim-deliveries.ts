import type { Instant } from "../core/day.ts";
import type { Attempt, Delivery } from "../ports/delivery.ts";
import type { Want } from "../ports/store.ts";
import { deliveryOf } from "./delivery-of.ts";
import { numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { keepTokens, tokensFor } from "./token-bucket.ts";

const DUE = `SELECT o.id, o.conversation, o.news FROM outbox o
  WHERE o.via = ? AND o.state = 'new' AND (o.not_before IS NULL OR o.not_before <= ?) AND NOT EXISTS (
    SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.target = o.target AND p.id < o.id
    AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked'))
  ORDER BY o.id LIMIT ?`;

/** The same news, up to the first in the lane that are others. */
const SAME_NEWS = `SELECT o.id FROM outbox o
  WHERE o.conversation = ?1 AND o.target = 'desk' AND o.id > ?2 AND o.news = ?3 AND o.state <> 'sent' AND o.state = 'new'
  AND NOT EXISTS (
    SELECT 1 FROM outbox p WHERE p.conversation = ?1 AND p.target = 'desk' AND p.id > ?2 AND p.id < o.id
    AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked') AND p.news <> ?3)
  ORDER BY o.id`;

const TAKE = `UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ?1,
  first_tried_at = coalesce(first_tried_at, ?1), collected = ?2 WHERE id = ?3 RETURNING attempts`;

const DELIVERY = `SELECT o.id, o.conversation, c.channel, c.address, o.attempts, o.target, o.via, o.news, o.claimed_at, o.first_tried_at,
  o.doubt_since, o.send_anyway, e.seq, e.at, e.body
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq WHERE o.id = ?`;

/** Marks due deliveries as `sending`; a lane (one conversation, one target) gives its oldest or nothing. */
export const claimDeliveries = (db: SqlDriver, now: Instant, wants: readonly Want[]): readonly Delivery[] =>
  wants.flatMap((want) => claimFor(db, now, want)).toSorted((one, other) => one.id - other.id);

function claimFor(db: SqlDriver, now: Instant, want: Want): readonly Delivery[] {
  const tokens = tokensFor(db, want, now);
  const most = Math.min(want.max, Math.floor(tokens));
  const due = most < 1 ? [] : db.all(DUE, want.target, now, most);
  if (due.length > 0) keepTokens(db, want.target, tokens - due.length, now);
  return due.flatMap((row) => {
    const others = sayingTheSame(db, row).map((id) => ({ id, attempts: take(db, id, now) }));
    return claimed(db, numberOf(row, "id"), now).map((head) => (others.length === 0 ? head : { ...head, others }));
  });
}

/** The words that wait for one customer, up to the first that is on its way or parked. */
export function collectLetters(db: SqlDriver, now: Instant, conversation: string, max: number): readonly Delivery[] {
  const waiting = db.all(
    `SELECT o.id FROM outbox o WHERE o.conversation = ?1 AND o.target = 'channel' AND o.state <> 'sent' AND o.state = 'new'
     AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = ?1 AND p.target = 'channel' AND p.id < o.id
       AND p.state <> 'sent' AND p.state IN ('sending', 'parked'))
     ORDER BY o.id LIMIT ?2`,
    conversation,
    max,
  );
  return waiting.flatMap((row) => claimed(db, numberOf(row, "id"), now, true));
}

function claimed(db: SqlDriver, id: number, now: Instant, collected = false): readonly Delivery[] {
  take(db, id, now, collected);
  const row = db.get(DELIVERY, id);
  return row === undefined ? [] : [deliveryOf(row)];
}

function take(db: SqlDriver, id: number, now: Instant, collected = false): Attempt["attempts"] {
  return numberOf(db.get(TAKE, now, collected ? 1 : 0, id) ?? {}, "attempts");
}

/** News are only hints to look, so many of the same are as good as one. */
function sayingTheSame(db: SqlDriver, head: object): readonly number[] {
  const news: unknown = Reflect.get(head, "news");
  if (typeof news !== "string" || !news.startsWith('{"kind":"case-changed"')) return [];
  return db.all(SAME_NEWS, textOf(head, "conversation"), numberOf(head, "id"), news).map((row) => numberOf(row, "id"));
}
