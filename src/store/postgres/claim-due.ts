import type { Delivery } from "../../ports/delivery.ts";
import type { Want } from "../../ports/store.ts";
import { deliveryOf } from "../delivery-of.ts";
import { isNull, numberOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";
import { LOST } from "./recover-lost.ts";

const MAKE_BUDGETS: Statement = {
  name: "make-budgets",
  text: `
INSERT INTO reach_budget (target, tokens, at)
SELECT w.target, w.burst, store_now() FROM unnest($1::text[], $2::float8[]) AS w(target, burst) ORDER BY w.target
ON CONFLICT (target) DO NOTHING`,
};

/**
 * The row of the target's budget is taken first, so that no two processes spend the same token. `taken`: the head of each lane,
 * and of news to the desk those that follow and say the same, up to the first that are others.
 */
const CLAIM: Statement = {
  name: "claim",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), budget AS MATERIALIZED (
  SELECT w.target, w.most,
    least(w.burst, r.tokens + w.per_second * greatest(0, extract(epoch FROM t.now - r.at)::float8)) AS tokens
  FROM unnest($1::text[], $2::int[], $3::float8[], $4::float8[]) AS w(target, most, per_second, burst)
  JOIN reach_budget r ON r.target = w.target, t
  WHERE r.held_until IS NULL OR r.held_until <= t.now
  ORDER BY w.target FOR UPDATE OF r
), due AS MATERIALIZED (
  SELECT d.* FROM budget b CROSS JOIN LATERAL (
    SELECT o.id, o.conversation, o.target, o.via, o.news FROM outbox o, t
    WHERE o.via = b.target AND o.state = 'new' AND (o.not_before IS NULL OR o.not_before <= t.now) AND NOT EXISTS (
      SELECT FROM outbox p WHERE p.conversation = o.conversation AND p.target = o.target AND p.id < o.id
      AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked'))
    ORDER BY o.id LIMIT least(b.most, floor(b.tokens))::bigint FOR UPDATE OF o SKIP LOCKED
  ) d
), taken AS (
  SELECT d.id, d.id AS head FROM due d
  UNION ALL
  SELECT f.id, d.id FROM due d JOIN outbox f ON f.conversation = d.conversation AND f.target = 'desk'
    AND f.id > d.id AND f.news = d.news AND f.state <> 'sent' AND f.state = 'new'
  WHERE d.target = 'desk' AND d.news LIKE '{"kind":"case-changed"%' AND NOT EXISTS (
    SELECT FROM outbox p WHERE p.conversation = d.conversation AND p.target = 'desk' AND p.id > d.id AND p.id < f.id
    AND p.state <> 'sent' AND p.state IN ('new', 'sending', 'parked') AND p.news <> d.news)
), claimed AS (
  UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, claimed_at = t.now, claimed_by = $5, collected = false,
    first_tried_at = coalesce(o.first_tried_at, t.now)
  FROM taken, t WHERE o.id = taken.id AND o.state = 'new'
  RETURNING o.*, taken.head
), spent AS (
  UPDATE reach_budget r SET tokens = b.tokens - s.sends, at = greatest(r.at, t.now)
  FROM budget b, (SELECT via, count(*) AS sends FROM due GROUP BY via) s, t
  WHERE r.target = b.target AND s.via = b.target
)
SELECT o.head, o.id, o.conversation, c.channel, c.address, o.attempts, o.target, o.via, o.news, o.claimed_at, o.first_tried_at, o.doubt_since,
  o.send_anyway, e.seq, e.at, e.body
FROM claimed o JOIN conversation c ON c.id = o.conversation
LEFT JOIN entry e ON e.conversation = o.conversation AND e.seq = o.entry_seq
UNION ALL
SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM t
WHERE EXISTS (SELECT FROM outbox o WHERE ${LOST("$6")})
ORDER BY 2`,
};

/** Makes sure that there is a row for the budget of each target; it starts full. */
export async function makeBudgets(db: Database, wants: readonly Want[]): Promise<void> {
  await db.run(
    MAKE_BUDGETS,
    wants.map(({ target }) => target),
    wants.map(({ budget }) => budget.burst),
  );
}

export interface ClaimBy {
  readonly worker: string;
  readonly sendingMs: number;
}

export interface Claimed {
  readonly due: readonly Delivery[];
  /** Whether there are deliveries whose sender has vanished. */
  readonly lost: boolean;
}

/** Marks due deliveries as `sending`; a lane (one conversation, one target) gives its oldest or nothing. */
export async function claimDue(db: Database, wants: readonly Want[], by: ClaimBy): Promise<Claimed> {
  const found = await db.run(
    CLAIM,
    wants.map(({ target }) => target),
    wants.map(({ max }) => max),
    wants.map(({ budget }) => budget.perSecond),
    wants.map(({ budget }) => budget.burst),
    by.worker,
    by.sendingMs,
  );
  const rows = found.filter((row) => !isNull(row, "id"));
  const isHead = (row: object): boolean => numberOf(row, "head") === numberOf(row, "id");
  const others = rows.filter((row) => !isHead(row));
  const due = rows.filter(isHead).map((row) => withOthers(deliveryOf(row), others));
  return { due, lost: rows.length < found.length };
}

function withOthers(head: Delivery, rows: readonly object[]): Delivery {
  const mine = rows.filter((row) => numberOf(row, "head") === head.id);
  return mine.length === 0
    ? head
    : { ...head, others: mine.map((row) => ({ id: numberOf(row, "id"), attempts: numberOf(row, "attempts") })) };
}
