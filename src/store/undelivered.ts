import type { Instant } from "../core/day.ts";
import type { ConversationId } from "../core/ids.ts";
import { SEEN_WAITING_MS, type Undelivered } from "../ports/delivery.ts";
import type { UndeliveredCount } from "../ports/store.ts";
import { addMs } from "./add-ms.ts";
import { isNull, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

export const readUndelivered = (db: SqlDriver, conversation: ConversationId): readonly Undelivered[] =>
  db
    .all(
      `SELECT entry_seq, state, since, why FROM outbox
       WHERE conversation = ? AND target = 'channel' AND state <> 'sent' ORDER BY id`,
      conversation,
    )
    .map(undeliveredOf);

export const countUndelivered = (db: SqlDriver, now: Instant): UndeliveredCount =>
  countOf(
    db.all(
      `SELECT state, count(*) AS n FROM outbox
       WHERE state <> 'sent' AND target = 'channel' AND (state NOT IN ('new', 'sending') OR since <= ?) GROUP BY state`,
      addMs(now, -SEEN_WAITING_MS),
    ),
  );

/** Puts what is parked back in line; returns how many. */
export const unparkDeliveries = (db: SqlDriver, column: "via" | "conversation", value: string): number =>
  db.run(
    `UPDATE outbox SET state = 'new', not_before = NULL, first_tried_at = NULL, why = NULL WHERE ${column} = ? AND state = 'parked'`,
    value,
  );

/** What was given up goes back in line; where it may have arrived, the sender is told that a person knows and wants it. */
export const sendAgain = (db: SqlDriver, conversation: ConversationId, seq: number, now: Instant): number =>
  db.run(
    `UPDATE outbox SET state = 'new', since = ?1, not_before = NULL, first_tried_at = NULL, why = NULL,
       send_anyway = doubt_since IS NOT NULL, doubt_since = CASE WHEN doubt_since IS NOT NULL THEN ?1 END
     WHERE conversation = ?2 AND target = 'channel' AND entry_seq = ?3 AND state <> 'sent' AND state IN ('unknown', 'parked', 'dead')`,
    now,
    conversation,
    seq,
  );

export const undeliveredOf = (row: object): Undelivered => ({
  seq: numberOf(row, "entry_seq"),
  state: stateOf(textOf(row, "state")),
  since: textOf(row, "since"),
  ...(isNull(row, "why") ? {} : { why: textOf(row, "why") }),
});

/** Of rows with a state and how many there are in it. */
export function countOf(rows: readonly object[]): UndeliveredCount {
  const count = { waiting: 0, unknown: 0, parked: 0, dead: 0 };
  for (const row of rows) count[stateOf(textOf(row, "state"))] += numberOf(row, "n");
  return count;
}

const stateOf = (state: string): Undelivered["state"] =>
  state === "unknown" || state === "parked" || state === "dead" ? state : "waiting";
