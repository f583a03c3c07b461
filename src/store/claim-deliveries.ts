import type { Instant } from "../core/day.ts";
import type { Attempt, Delivery } from "../ports/delivery.ts";
import type { Want } from "../ports/store.ts";
import { deliveryOf } from "./delivery-of.ts";
import { entryKeySql } from "./entry-key.ts";
import { numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { keepTokens, tokensFor } from "./token-bucket.ts";

/** As it stands once it is taken at ?1. */
const TAKEN = `o.id, o.conversation, c.channel, c.address, o.attempts + 1 AS attempts, o.target, o.via, o.news, ?1 AS claimed_at,
  coalesce(o.first_tried_at, ?1) AS first_tried_at, o.doubt_since, o.send_anyway, e.seq, e.at, e.body
  FROM outbox o JOIN conversation c ON c.id = o.conversation
  LEFT JOIN entry e ON e.id = ${entryKeySql("c.number", "o.entry_seq")}`;

const DUE = `SELECT ${TAKEN}
  WHERE o.via = ?2 AND o.state = 'new' AND (o.not_before IS NULL OR o.not_before <= ?1) AND NOT EXISTS (
    SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.target = o.target AND p.id < o.id
    AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked'))
  ORDER BY o.id LIMIT ?3`;

/** The same news, up to the first in the lane that are others. */
const SAME_NEWS = `SELECT o.id FROM outbox o
  WHERE o.conversation = ?1 AND o.target = 'desk' AND o.id > ?2 AND o.news = ?3 AND o.state <> 'sent' AND o.state = 'new'
  AND NOT EXISTS (
    SELECT 1 FROM outbox p WHERE p.conversation = ?1 AND p.target = 'desk' AND p.id > ?2 AND p.id < o.id
    AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked') AND p.news <> ?3)
  ORDER BY o.id`;

const TAKE = `UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ?1,
  first_tried_at = coalesce(first_tried_at, ?1), collected = ?2 WHERE id IN (SELECT value FROM json_each(?3))
  RETURNING id, attempts`;

/** Marks due deliveries as `sending`; a lane (one conversation, one target) gives its oldest or nothing. */
export const claimDeliveries = (db: SqlDriver, now: Instant, wants: readonly Want[]): readonly Delivery[] =>
  wants.flatMap((want) => claimFor(db, now, want)).toSorted((one, other) => one.id - other.id);

function claimFor(db: SqlDriver, now: Instant, want: Want): readonly Delivery[] {
  const tokens = tokensFor(db, want, now);
  const most = Math.min(want.max, Math.floor(tokens));
  const due = most < 1 ? [] : db.all(DUE, now, want.target, most);
  if (due.length === 0) return [];
  keepTokens(db, want.target, tokens - due.length, now);
  take(db, due, now);
  return due.map((row) => {
    const others = sayingTheSame(db, row, now);
    return others.length === 0 ? deliveryOf(row) : { ...deliveryOf(row), others };
  });
}

/** The words that wait for one customer, up to the first that is on its way or parked. */
export function collectLetters(db: SqlDriver, now: Instant, conversation: string, max: number): readonly Delivery[] {
  const waiting = db.all(
    `SELECT ${TAKEN} WHERE o.conversation = ?2 AND o.target = 'channel' AND o.state <> 'sent' AND o.state = 'new'
     AND NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = ?2 AND p.target = 'channel' AND p.id < o.id
       AND p.state <> 'sent' AND p.state IN ('sending', 'parked'))
     ORDER BY o.id LIMIT ?3`,
    now,
    conversation,
    max,
  );
  if (waiting.length > 0) take(db, waiting, now, true);
  return waiting.map(deliveryOf);
}

function take(db: SqlDriver, rows: readonly object[], now: Instant, collected = false): readonly Attempt[] {
  const ids = JSON.stringify(rows.map((row) => numberOf(row, "id")));
  return db
    .all(TAKE, now, collected ? 1 : 0, ids)
    .map((row) => ({ id: numberOf(row, "id"), attempts: numberOf(row, "attempts") }));
}

/** News are only hints to look, so many of the same are as good as one. */
function sayingTheSame(db: SqlDriver, head: object, now: Instant): readonly Attempt[] {
  const news: unknown = Reflect.get(head, "news");
  if (typeof news !== "string" || !news.startsWith('{"kind":"case-changed"')) return [];
  const same = db.all(SAME_NEWS, textOf(head, "conversation"), numberOf(head, "id"), news);
  return same.length === 0 ? [] : take(db, same, now);
}
