import { type Attempt, SEEN_WAITING_MS, type Settlement } from "../../ports/delivery.ts";
import type { Database, Statement } from "./database.ts";

/**
 * `mine`: the attempt that is reported on is still the newest one. A late report may still say that the words have arrived, or that
 * what is unknown was refused, but never brings a delivery back that others have overtaken.
 */
const SETTLE: Statement = {
  name: "settle",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), report AS (
  SELECT s.*, o.state AS was, o.since AS was_since, o.collected
  FROM unnest($1::bigint[], $2::int[], $3::text[], $4::text[], $5::float8[], $6::text[], $7::int[])
    AS s(id, attempts, kind, far_id, after_ms, why, holds)
  JOIN outbox o ON o.id = s.id
), settled AS (
  UPDATE outbox o SET
    state = CASE s.kind WHEN 'sent' THEN 'sent' WHEN 'parked' THEN 'parked' WHEN 'unknown' THEN 'unknown'
      WHEN 'refused' THEN 'dead' ELSE 'new' END,
    since = CASE WHEN s.kind IN ('sent', 'later', 'in-doubt') THEN o.since ELSE t.now END,
    far_id = coalesce(s.far_id, o.far_id),
    why = s.why,
    not_before = CASE WHEN s.kind IN ('later', 'in-doubt') THEN t.now + s.after_ms * interval '1 ms' ELSE o.not_before END,
    doubt_since = CASE WHEN s.kind IN ('in-doubt', 'unknown') THEN coalesce(o.doubt_since, t.now) ELSE o.doubt_since END,
    send_anyway = false
  FROM report s, t
  WHERE o.id = s.id AND CASE s.kind WHEN 'sent' THEN o.state <> 'sent'
    WHEN 'refused' THEN o.state = 'unknown' OR (o.state = 'sending' AND o.claimed_by = $8 AND o.attempts = s.attempts)
    ELSE o.state = 'sending' AND o.claimed_by = $8 AND o.attempts = s.attempts END
  RETURNING o.conversation, o.target, o.via, s.kind, s.was, s.was_since, s.collected, s.after_ms, s.holds
), held AS (
  UPDATE reach_budget r SET held_until = greatest(r.held_until, t.now + h.ms * interval '1 ms')
  FROM (SELECT via, max(after_ms) AS ms FROM settled WHERE holds = 1 GROUP BY via) h, t WHERE r.target = h.via
), told AS (
  INSERT INTO outbox (conversation, target, via, news)
  SELECT DISTINCT k.conversation, 'desk', 'desk', '{"kind":"case-changed","case":' || to_json(k.id) || '}'
  FROM settled s JOIN desk_case k ON k.conversation = s.conversation AND k.status <> 'closed', t
  WHERE s.target = 'channel' AND (s.kind IN ('unknown', 'parked', 'refused') OR (s.kind = 'sent'
    AND (s.collected OR s.was <> 'sending' OR s.was_since <= t.now - $9 * interval '1 ms')))
  RETURNING id
)
SELECT id FROM told`,
};

/** How one attempt ended. */
export interface Settled {
  readonly attempt: Attempt;
  readonly result: Settlement;
}

/** Notes how attempts of this worker ended; resolves to whether there is news for the desk now. */
export async function settleDeliveries(db: Database, settled: readonly Settled[], worker: string): Promise<boolean> {
  const all = settled.flatMap(({ attempt, result }) =>
    [attempt, ...(attempt.others ?? [])].map((one) => ({ ...one, result })),
  );
  const told = await db.run(
    SETTLE,
    all.map(({ id }) => id),
    all.map(({ attempts }) => attempts),
    all.map(({ result }) => result.kind),
    all.map(({ result }) => (result.kind === "sent" ? (result.farId ?? null) : null)),
    all.map(({ result }) => ("afterMs" in result ? result.afterMs : null)),
    all.map(({ result }) => ("why" in result ? (result.why ?? null) : null)),
    all.map(({ result }) => (result.kind === "later" && result.holds === "target" ? 1 : 0)),
    worker,
    SEEN_WAITING_MS,
  );
  return told.length > 0;
}
