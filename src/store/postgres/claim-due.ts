import type { Delivery } from "../../ports/delivery.ts";
import { deliveryOf } from "../delivery-of.ts";
import type { Database, Statement } from "./database.ts";

const CLAIM: Statement = {
  name: "claim",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), due AS (
  SELECT o.id FROM outbox o, t
  WHERE o.state = 'new' AND (o.not_before IS NULL OR o.not_before <= t.now) AND NOT EXISTS (
    SELECT FROM outbox p WHERE p.conversation = o.conversation AND p.target = o.target AND p.id < o.id
    AND p.state IN ('new', 'sending'))
  ORDER BY o.id LIMIT $1 FOR UPDATE OF o SKIP LOCKED
), claimed AS (
  UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, claimed_at = t.now, claimed_by = $2
  FROM due, t WHERE o.id = due.id
  RETURNING o.id, o.conversation, o.attempts, o.entry_seq, o.news
)
SELECT o.id, o.conversation, c.channel, c.address, o.attempts, o.news, e.seq, e.at, e.body
FROM claimed o JOIN conversation c ON c.id = o.conversation
LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq
ORDER BY o.id`,
};

/** In flight for too long, or by a process that is gone. */
const LOST: Statement = {
  name: "lost-deliveries",
  text: `
SELECT o.id, o.conversation, c.channel, c.address, o.attempts, o.news, e.seq, e.at, e.body
FROM outbox o JOIN conversation c ON c.id = o.conversation
LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq
WHERE o.state = 'sending' AND (o.claimed_at <= store_now() - $1 * interval '1 ms'
  OR NOT EXISTS (SELECT FROM worker w WHERE w.id = o.claimed_by))
ORDER BY o.id`,
};

/** The number of the attempt says that nobody else has decided, or sends again, by now. */
const RECOVER: Statement = {
  name: "recover-deliveries",
  text: `
UPDATE outbox o SET state = r.state FROM unnest($1::bigint[], $2::int[], $3::text[]) AS r(id, attempts, state)
WHERE o.id = r.id AND o.attempts = r.attempts AND o.state = 'sending'`,
};

const FREE_UNKNOWN: Statement = {
  name: "free-unknown-deliveries",
  text: `
UPDATE outbox SET state = 'new', attempts = attempts - 1
WHERE state = 'sending' AND claimed_by = $1 AND NOT (id = ANY($2::bigint[]))`,
};

/** Marks due deliveries as `sending`; a lane (one conversation, one target) gives its oldest or nothing. */
export const claimDue = async (db: Database, max: number, worker: string): Promise<readonly Delivery[]> =>
  (await db.run(CLAIM, max, worker)).map(deliveryOf);

/** Decides on deliveries whose sender vanished: sent again where `resend` allows it, else `unknown`, never repeated. */
export async function recoverLost(
  db: Database,
  resend: (delivery: Delivery) => boolean,
  sendingMs: number,
): Promise<void> {
  const lost = (await db.run(LOST, sendingMs)).map(deliveryOf);
  if (lost.length === 0) return;
  await db.run(
    RECOVER,
    lost.map(({ id }) => id),
    lost.map(({ attempts }) => attempts),
    lost.map((delivery) => (resend(delivery) ? "new" : "unknown")),
  );
}

/** Puts back what was claimed for this worker in an answer that never reached it, and so was never sent. */
export async function freeUnknownDeliveries(db: Database, worker: string, held: readonly number[]): Promise<void> {
  await db.run(FREE_UNKNOWN, worker, held);
}
