import type { ConversationId } from "../../core/ids.ts";
import type { Delivery } from "../../ports/delivery.ts";
import { deliveryOf } from "../delivery-of.ts";
import type { Database, Statement } from "./database.ts";

/** Without a gap from the first that waits: where another process holds one, what comes after it stays, too. */
const COLLECT: Statement = {
  name: "collect",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), waiting AS (
  SELECT o.id, o.conversation, w.most, row_number() OVER (PARTITION BY o.conversation ORDER BY o.id) AS nth
  FROM unnest($1::text[], $2::int[]) AS w(conversation, most)
  JOIN outbox o ON o.conversation = w.conversation AND o.target = 'channel' AND o.state <> 'sent' AND o.state = 'new'
  WHERE NOT EXISTS (
    SELECT FROM outbox p WHERE p.conversation = o.conversation AND p.target = 'channel' AND p.id < o.id
    AND p.state <> 'sent' AND p.state IN ('sending', 'parked'))
), held AS MATERIALIZED (
  SELECT o.id, o.conversation, w.nth, w.most FROM waiting w JOIN outbox o ON o.id = w.id
  WHERE o.state = 'new' AND w.nth <= w.most ORDER BY o.id FOR UPDATE OF o SKIP LOCKED
), taken AS (
  SELECT id FROM (SELECT h.*, row_number() OVER (PARTITION BY h.conversation ORDER BY h.id) AS place FROM held h) h
  WHERE h.nth = h.place
), claimed AS (
  UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, claimed_at = t.now, claimed_by = $3, collected = true,
    first_tried_at = coalesce(o.first_tried_at, t.now)
  FROM taken, t WHERE o.id = taken.id
  RETURNING o.*
)
SELECT o.id, o.conversation, c.channel, c.address, o.attempts, o.news, o.claimed_at, o.first_tried_at, o.doubt_since,
  o.send_anyway, e.seq, e.at, e.body
FROM claimed o JOIN conversation c ON c.id = o.conversation
JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq
ORDER BY o.id`,
};

/** Whose words are asked for, and how many of them fit. */
export interface Collected {
  readonly conversation: ConversationId;
  readonly max: number;
}

/** The words that wait for these customers, marked as `sending`; a customer must not be named twice. */
export const collectLetters = async (
  db: Database,
  asked: readonly Collected[],
  worker: string,
): Promise<readonly Delivery[]> =>
  (
    await db.run(
      COLLECT,
      asked.map(({ conversation }) => conversation),
      asked.map(({ max }) => max),
      worker,
    )
  ).map(deliveryOf);
