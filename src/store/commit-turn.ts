import { AppError } from "../core/app-error.ts";
import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import type { NewDelivery } from "../ports/delivery.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import type { CommitResult, Lease, TurnCommit } from "../ports/store.ts";
import { insertEntry, takeSeq } from "./accept-arrival.ts";
import { addMs } from "./add-ms.ts";
import { putCallBack } from "./call-backs.ts";
import { refuseWrongDeliveries } from "./refuse-wrong-deliveries.ts";
import { listUnclear } from "./review-list.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { changeSurvey } from "./surveys.ts";
import { changeTimers } from "./timers.ts";
import { sendAgain, unparkDeliveries } from "./undelivered.ts";

/** Writes all that a turn changes and prolongs the lease; writes nothing when the lease has been overtaken. */
export function commitTurn(
  db: SqlDriver,
  lease: Lease,
  turn: TurnCommit,
  time: { readonly now: Instant; readonly leaseMs: number },
): CommitResult {
  refuseWrongDeliveries(turn);
  if (!holds(db, lease) || !isNext(db, lease, turn.handled)) return "fenced";
  const id = lease.conversation;
  const log = turn.log.map((body): LogEntry => ({ conversation: id, seq: takeSeq(db, id), at: time.now, body }));
  for (const entry of log) insertEntry(db, entry);
  if (turn.case !== undefined) putCase(db, turn.case);
  if (turn.deliveries.some(({ target }) => target === "channel")) unparkDeliveries(db, "conversation", id);
  for (const delivery of turn.deliveries) queueDelivery(db, lease, delivery, { log, now: time.now });
  for (const seq of turn.again ?? []) sendAgain(db, id, seq, time.now);
  for (const utterance of turn.unclear ?? []) listUnclear(db, utterance);
  if (turn.callBack !== undefined) putCallBack(db, turn.callBack);
  for (const change of turn.surveys ?? [])
    changeSurvey(db, change, { conversation: id, now: time.now, seq: turn.handled });
  changeTimers(db, id, turn, time.now);
  insertRecord(db, id, turn, time.now);
  db.run("UPDATE arrival SET handled = 1 WHERE conversation = ? AND seq = ? AND handled = 0", id, turn.handled);
  db.run(
    "UPDATE conversation SET state = ?, lease_until = ? WHERE id = ?",
    JSON.stringify(turn.state),
    addMs(time.now, time.leaseMs),
    id,
  );
  return "committed";
}

function holds(db: SqlDriver, lease: Lease): boolean {
  const row = db.get("SELECT fence FROM conversation WHERE id = ?", lease.conversation);
  return row !== undefined && numberOf(row, "fence") === lease.fence;
}

/** False when the arrival was handled already; arrivals may not be handled out of order. */
function isNext(db: SqlDriver, lease: Lease, handled: number): boolean {
  const next = db.get(
    "SELECT seq FROM arrival WHERE conversation = ? AND handled = 0 ORDER BY seq LIMIT 1",
    lease.conversation,
  );
  if (next === undefined || numberOf(next, "seq") > handled) return false;
  if (numberOf(next, "seq") === handled) return true;
  throw new AppError("STORE_UNAVAILABLE", `Arrival ${handled} cannot be handled before ${numberOf(next, "seq")}.`);
}

/** Opens or changes a case. A second open case of one conversation is refused by the schema. */
function putCase(db: SqlDriver, changed: Case): void {
  db.run(
    `INSERT INTO desk_case (id, conversation, status, opened_at, claimed_at, closed_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, claimed_at = excluded.claimed_at,
       closed_at = excluded.closed_at, body = excluded.body`,
    changed.id,
    changed.conversation,
    changed.status,
    changed.openedAt,
    changed.claimedAt ?? null,
    changed.closedAt ?? null,
    JSON.stringify(changed),
  );
}

interface QueuedBy {
  readonly log: readonly LogEntry[];
  readonly now: Instant;
}

function queueDelivery(db: SqlDriver, lease: Lease, delivery: NewDelivery, { log, now }: QueuedBy): void {
  const insert = "INSERT INTO outbox (conversation, target, via, since, entry_seq, news) VALUES (?, ?, ?, ?, ?, ?)";
  switch (delivery.target) {
    case "channel": {
      const seq = log[delivery.entry]?.seq ?? null;
      db.run(insert, lease.conversation, "channel", lease.channel, now, seq, null);
      return;
    }
    case "desk":
      db.run(insert, lease.conversation, "desk", "desk", now, null, JSON.stringify(delivery.news));
      return;
    case "support":
      db.run(insert, lease.conversation, "support", delivery.via, now, null, JSON.stringify(delivery.post));
  }
}

function insertRecord(db: SqlDriver, conversation: string, turn: TurnCommit, at: Instant): void {
  const { outcome, contentHash, understanding, basis, audit } = turn.record;
  db.run(
    `INSERT INTO turn (conversation, seq, at, outcome, content_hash, understanding, basis, audit)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    conversation,
    turn.handled,
    at,
    outcome,
    contentHash,
    understanding === undefined ? null : JSON.stringify(understanding),
    JSON.stringify(basis),
    audit === undefined ? null : JSON.stringify(audit),
  );
}
