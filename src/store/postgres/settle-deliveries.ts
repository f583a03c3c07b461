import type { SendResult } from "../../ports/delivery.ts";
import type { Database, Statement } from "./database.ts";

const SETTLE: Statement = {
  name: "settle",
  text: `
UPDATE outbox o SET
  state = CASE s.kind WHEN 'sent' THEN 'sent' WHEN 'later' THEN 'new' WHEN 'parked' THEN 'new' WHEN 'unknown' THEN 'unknown' ELSE 'dead' END,
  far_id = coalesce(s.far_id, o.far_id),
  why = coalesce(s.why, o.why),
  not_before = CASE WHEN s.kind IN ('later', 'parked') THEN store_now() + s.after_ms * interval '1 ms' ELSE o.not_before END
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::float8[], $5::text[]) AS s(id, kind, far_id, after_ms, why)
WHERE o.id = s.id AND CASE WHEN s.kind IN ('sent', 'refused') THEN o.state IN ('sending', 'unknown')
  ELSE o.state = 'sending' AND o.claimed_by = $6 END`,
};

/** How the attempt at one delivery ended. */
export interface Settled {
  readonly id: number;
  readonly result: SendResult;
}

/**
 * Notes how attempts of this worker ended. A late answer may still turn `unknown` into `sent` or `dead`, but never brings a
 * delivery back that others have overtaken.
 */
export async function settleDeliveries(db: Database, settled: readonly Settled[], worker: string): Promise<void> {
  await db.run(
    SETTLE,
    settled.map(({ id }) => id),
    settled.map(({ result }) => result.kind),
    settled.map(({ result }) => (result.kind === "sent" ? storable(result.farId) : null)),
    settled.map(({ result }) => (result.kind === "later" ? result.afterMs : result.kind === "parked" ? 60_000 : null)),
    settled.map(({ result }) => (result.kind === "refused" ? storable(result.why) : null)),
    worker,
  );
}

/** Without the NUL that PostgreSQL has no place for. */
const storable = (text: string | undefined): string | null => text?.replaceAll("\u0000", "\uFFFD") ?? null;
