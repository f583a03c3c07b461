import type { Database, Statement } from "./database.ts";

/** Of rows of the outbox `o`, at the moment `t.now`: in flight for too long, or by a process that is gone. */
export const LOST = (
  sendingMs: string,
): string => `o.state = 'sending' AND (o.claimed_at <= t.now - ${sendingMs} * interval '1 ms'
    OR NOT EXISTS (SELECT FROM worker w WHERE w.id = o.claimed_by))`;

/**
 * In flight for too long, or by a process that is gone. What was collected nobody but the collector can decide on: it stays
 * `unknown`, and staff who have a case of the conversation open look again.
 */
const RECOVER: Statement = {
  name: "recover-deliveries",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), lost AS (
  UPDATE outbox o SET state = CASE WHEN o.collected THEN 'unknown' ELSE 'new' END,
    since = CASE WHEN o.collected THEN t.now ELSE o.since END,
    doubt_since = coalesce(o.doubt_since, t.now), send_anyway = false,
    not_before = o.claimed_at + $2 * interval '1 ms'
  FROM t WHERE ${LOST("$1")}
  RETURNING o.conversation, o.state
)
INSERT INTO outbox (conversation, target, via, news)
SELECT DISTINCT k.conversation, 'desk', 'desk', '{"kind":"case-changed","case":' || to_json(k.id) || '}'
FROM lost l JOIN desk_case k ON k.conversation = l.conversation AND k.status <> 'closed' WHERE l.state = 'unknown'`,
};

const FREE_UNKNOWN: Statement = {
  name: "free-unknown-deliveries",
  text: `
UPDATE outbox SET state = 'new', attempts = attempts - 1
WHERE state = 'sending' AND claimed_by = $1 AND NOT (id = ANY($2::bigint[]))`,
};

/** Deliveries whose sender vanished are handed out again, with doubt, not before `lateMs` after their claim. */
export async function recoverLost(db: Database, sendingMs: number, lateMs: number): Promise<void> {
  await db.run(RECOVER, sendingMs, lateMs);
}

/** Puts back what was claimed for this worker in an answer that never reached it, and so was never sent. */
export async function freeUnknownDeliveries(db: Database, worker: string, held: readonly number[]): Promise<void> {
  await db.run(FREE_UNKNOWN, worker, held);
}
