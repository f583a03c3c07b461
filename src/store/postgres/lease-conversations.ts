import type { Activity } from "../../core/activity.ts";
import type { Case } from "../../core/case.ts";
import type { ConversationState } from "../../core/conversation.ts";
import { conversationId } from "../../core/ids.ts";
import type { Lease, PendingArrival } from "../../ports/store.ts";
import { isNull, jsonOf, numberOf, textOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const TAKE: Statement = {
  name: "lease",
  text: `
WITH t AS MATERIALIZED (SELECT store_now() AS now), free AS (
  SELECT c.id FROM conversation c, t
  WHERE c.last_arrival > c.done AND (c.lease_until IS NULL OR c.lease_until <= t.now
    OR NOT EXISTS (SELECT FROM worker w WHERE w.id = c.holder))
  ORDER BY c.waiting_since LIMIT $1 FOR UPDATE OF c SKIP LOCKED
)
UPDATE conversation c SET fence = c.fence + 1, lease_until = t.now + $2 * interval '1 ms', holder = $3
FROM free, t WHERE c.id = free.id
RETURNING c.id, c.fence`,
};

/** Read after the lease is taken: what a holder before us wrote last is then certainly seen. */
const READ: Statement = {
  name: "leased",
  text: `
SELECT c.id, c.channel, c.fence, c.state, k.body AS open_case, a.seq, a.at, a.activity
FROM unnest($1::text[], $2::bigint[]) AS l(id, fence)
JOIN conversation c ON c.id = l.id AND c.fence = l.fence
JOIN arrival a ON a.conversation = c.id AND a.seq > c.done
LEFT JOIN desk_case k ON k.conversation = c.id AND k.status <> 'closed'
ORDER BY c.waiting_since, a.seq`,
};

const FREE_UNKNOWN: Statement = {
  name: "free-unknown-leases",
  text: `
UPDATE conversation SET lease_until = NULL, holder = NULL, fence = fence + 1
WHERE holder = $1 AND NOT (id = ANY($2::text[]))`,
};

/**
 * Rows are locked in the order of their ids. This alone need not outlive a crash of the server: every process asks then for what the
 * database thinks it has.
 */
const RELEASE: Statement = {
  name: "release",
  text: `
WITH relaxed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)), locked AS MATERIALIZED (
  SELECT c.id, r.fence, r.after_ms FROM relaxed, unnest($1::text[], $2::bigint[], $3::float8[]) AS r(id, fence, after_ms)
  JOIN conversation c ON c.id = r.id AND c.fence = r.fence ORDER BY c.id FOR UPDATE OF c
)
UPDATE conversation c SET fence = c.fence + 1,
  lease_until = CASE WHEN l.after_ms IS NULL THEN NULL ELSE store_now() + l.after_ms * interval '1 ms' END,
  holder = CASE WHEN l.after_ms IS NULL THEN NULL ELSE c.holder END
FROM locked l WHERE c.id = l.id AND c.fence = l.fence`,
};

export interface LeaseWith {
  readonly worker: string;
  readonly leaseMs: number;
}

/** Leases up to `max` conversations, those first whose oldest unhandled arrival has waited longest. */
export async function leaseConversations(db: Database, max: number, use: LeaseWith): Promise<readonly Lease[]> {
  const taken = await db.run(TAKE, max, use.leaseMs, use.worker);
  if (taken.length === 0) return [];
  const rows = await db.run(
    READ,
    taken.map((row) => textOf(row, "id")),
    taken.map((row) => numberOf(row, "fence")),
  );
  const leases = new Map<string, object[]>();
  for (const row of rows) {
    const id = textOf(row, "id");
    leases.set(id, [...(leases.get(id) ?? []), row]);
  }
  return [...leases.values()].flatMap(leaseOf);
}

function leaseOf(rows: readonly object[]): readonly Lease[] {
  const [row] = rows;
  if (row === undefined) return [];
  return [
    {
      conversation: conversationId(textOf(row, "id")),
      channel: textOf(row, "channel"),
      fence: numberOf(row, "fence"),
      ...(isNull(row, "state") ? {} : { state: jsonOf<ConversationState>(row, "state") }),
      pending: rows.map(pendingOf),
      ...(isNull(row, "open_case") ? {} : { case: jsonOf<Case>(row, "open_case") }),
    },
  ];
}

const pendingOf = (row: object): PendingArrival => ({
  seq: numberOf(row, "seq"),
  at: textOf(row, "at"),
  activity: jsonOf<Activity>(row, "activity"),
});

/** Gives back what the database holds for this worker and the worker knows nothing of: answers lost on the way. */
export async function freeUnknownLeases(db: Database, worker: string, held: readonly string[]): Promise<void> {
  await db.run(FREE_UNKNOWN, worker, held);
}

/** A lease that is given back, now or after a pause. */
export interface Released {
  readonly lease: Lease;
  readonly retryAfterMs?: number;
}

/** Gives conversations back; nothing happens where another holder has one by now. The old leases cannot commit any more. */
export async function releaseConversations(db: Database, released: readonly Released[]): Promise<void> {
  await db.run(
    RELEASE,
    released.map(({ lease }) => lease.conversation),
    released.map(({ lease }) => lease.fence),
    released.map(({ retryAfterMs }) => retryAfterMs ?? null),
  );
}
