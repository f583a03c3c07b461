import type { Activity } from "../core/activity.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import { conversationId } from "../core/ids.ts";
import type { Lease, PendingArrival } from "../ports/store.ts";
import { addMs } from "./add-ms.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Leases the conversation whose oldest unhandled arrival is first in the order of places. */
export function leaseConversation(db: SqlDriver, now: Instant, leaseMs: number): Lease | undefined {
  const next = db.get(
    `SELECT c.id AS id FROM arrival a JOIN conversation c ON c.id = a.conversation
     WHERE a.handled = 0 AND (c.lease_until IS NULL OR c.lease_until <= ?) ORDER BY coalesce(a.place, a.id) LIMIT 1`,
    now,
  );
  if (next === undefined) return undefined;
  const id = textOf(next, "id");
  const row = db.get(
    "UPDATE conversation SET fence = fence + 1, lease_until = ? WHERE id = ? RETURNING channel, fence, state",
    addMs(now, leaseMs),
    id,
  );
  if (row === undefined) return undefined;
  const open = db.get("SELECT body FROM desk_case WHERE conversation = ? AND status <> 'closed'", id);
  return {
    conversation: conversationId(id),
    channel: textOf(row, "channel"),
    fence: numberOf(row, "fence"),
    ...(isNull(row, "state") ? {} : { state: jsonOf<ConversationState>(row, "state") }),
    pending: pendingOf(db, id),
    ...(open === undefined ? {} : { case: jsonOf<Case>(open, "body") }),
  };
}

const pendingOf = (db: SqlDriver, id: string): readonly PendingArrival[] =>
  db
    .all("SELECT seq, at, activity FROM arrival WHERE conversation = ? AND handled = 0 ORDER BY seq", id)
    .map((row) => ({ seq: numberOf(row, "seq"), at: textOf(row, "at"), activity: jsonOf<Activity>(row, "activity") }));

/** Gives a conversation back; nothing happens when another holder has it by now. The old lease cannot commit any more. */
export function releaseConversation(db: SqlDriver, lease: Lease, until: Instant | undefined): void {
  db.run(
    "UPDATE conversation SET lease_until = ?, fence = fence + 1 WHERE id = ? AND fence = ?",
    until ?? null,
    lease.conversation,
    lease.fence,
  );
}
