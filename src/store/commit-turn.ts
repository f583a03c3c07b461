import { AppError } from "../core/app-error.ts";
import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import type { NewDelivery } from "../ports/delivery.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import type { CommitResult, Lease, TurnCommit } from "../ports/store.ts";
import { insertEntry, takeSeq } from "./accept-arrival.ts";
import { putCallBack } from "./call-backs.ts";
import type { Talk, Waiting } from "./create-talks.ts";
import type { OpenTables } from "./open-tables.ts";
import { refuseWrongDeliveries } from "./refuse-wrong-deliveries.ts";
import { listUnclear } from "./review-list.ts";
import { textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { changeSurvey } from "./surveys.ts";
import { changeTimers } from "./timers.ts";
import { sendAgain, unparkDeliveries } from "./undelivered.ts";

/** Writes all that a turn changes and prolongs the lease; writes nothing when the lease has been overtaken. */
export function commitTurn(
  { db, talks, leases, switchVersion }: OpenTables,
  lease: Lease,
  turn: TurnCommit,
  now: Instant,
): CommitResult {
  refuseWrongDeliveries(turn);
  const talk = leases.holds(lease) ? talks.get(lease.conversation) : undefined;
  const arrival = talk === undefined ? undefined : nextOf(talk, turn.handled);
  if (talk === undefined || arrival === undefined) return "fenced";
  if (turn.switches !== undefined && turn.switches !== switchVersion.read()) return "outdated";
  const { id } = talk;
  const log = turn.log.map((body): LogEntry => ({ conversation: id, seq: takeSeq(talk), at: now, body }));
  for (const entry of log) insertEntry(db, talk, entry);
  if (turn.case !== undefined) putCase(db, talk, turn.case);
  if (turn.deliveries.some(({ target }) => target === "channel")) unparkDeliveries(db, "conversation", id);
  for (const delivery of turn.deliveries) queueDelivery(db, lease, delivery, { log, now });
  for (const seq of turn.again ?? []) sendAgain(db, id, seq, now);
  for (const utterance of turn.unclear ?? []) listUnclear(db, utterance);
  if (turn.callBack !== undefined) putCallBack(db, turn.callBack);
  for (const change of turn.surveys ?? []) changeSurvey(db, change, { conversation: id, now, seq: turn.handled });
  changeTimers(db, id, turn, now);
  insertRecord(db, id, turn, now);
  db.run("UPDATE arrival SET handled = 1 WHERE id = ?", arrival.id);
  talk.waiting = talk.waiting.slice(1);
  talk.state = JSON.stringify(turn.state);
  db.run("UPDATE conversation SET state = ?, next_seq = ? WHERE id = ?", talk.state, talk.nextSeq, id);
  leases.prolong(lease, now);
  return "committed";
}

/** Undefined when the arrival was handled already; arrivals may not be handled out of order. */
function nextOf({ waiting: [next] }: Talk, handled: number): Waiting | undefined {
  if (next === undefined || next.seq > handled) return undefined;
  if (next.seq === handled) return next;
  throw new AppError("STORE_UNAVAILABLE", `Arrival ${handled} cannot be handled before ${next.seq}.`);
}

/** Opens or changes a case. A second open case of one conversation is refused by the schema. */
function putCase(db: SqlDriver, talk: Talk, changed: Case): void {
  const body = JSON.stringify(changed);
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
    body,
  );
  talk.open = changed.status === "closed" ? openCaseOf(db, talk.id) : body;
}

/** As JSON. One case may have been closed while another is open. */
function openCaseOf(db: SqlDriver, conversation: string): string | undefined {
  const row = db.get("SELECT body FROM desk_case WHERE conversation = ? AND status <> 'closed'", conversation);
  return row === undefined ? undefined : textOf(row, "body");
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
