import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import type { Queue, StoredConversation } from "../ports/store.ts";
import { conversationOf } from "./conversation-of.ts";
import type { Talk } from "./create-talks.ts";
import { entryKeySql } from "./entry-key.ts";
import { entryOf } from "./entry-of.ts";
import type { OpenTables } from "./open-tables.ts";
import { jsonOf, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Bounded on both sides: a place that cannot be must not lead into another conversation. */
const ENTRIES = `SELECT e.seq, e.at, e.body FROM conversation c
  JOIN entry e ON e.id > ${entryKeySql("c.number", "max(?2, 0)")} AND e.id < ${entryKeySql("(c.number + 1)", "0")}
  WHERE c.id = ?1 ORDER BY e.id`;

export const readEntries = (db: SqlDriver, conversation: ConversationId, afterSeq: number): readonly LogEntry[] =>
  db.all(ENTRIES, conversation, afterSeq).map((row) => entryOf(conversation, row));

export function readConversation({ db, talks }: OpenTables, id: ConversationId): StoredConversation | undefined {
  const known = talks.peek(id);
  if (known !== undefined) return conversationOf(id, rowOf(known));
  const row = db.get(
    `SELECT channel, address, state, next_seq, COALESCE(
       (SELECT MIN(seq) - 1 FROM arrival WHERE conversation = c.id AND handled = 0), next_seq - 1) AS handled_seq
     FROM conversation c WHERE id = ?`,
    id,
  );
  return row === undefined ? undefined : conversationOf(id, row);
}

/** A conversation at work, as the query would find it. */
const rowOf = ({ channel, address, state, nextSeq, waiting: [next] }: Talk): object => ({
  channel,
  address,
  state,
  next_seq: nextSeq,
  handled_seq: (next?.seq ?? nextSeq) - 1,
});

export function readCase(db: SqlDriver, id: CaseId): Case | undefined {
  const row = db.get("SELECT body FROM desk_case WHERE id = ?", id);
  return row === undefined ? undefined : jsonOf<Case>(row, "body");
}

/** Open cases, longest waiting first, then closed ones, newest first. */
export function readCases(db: SqlDriver, limit: number): readonly Case[] {
  const open = db.all("SELECT body FROM desk_case WHERE status <> 'closed' ORDER BY opened_at, rowid LIMIT ?", limit);
  const closed = db.all(
    "SELECT body FROM desk_case WHERE status = 'closed' ORDER BY closed_at DESC, rowid DESC LIMIT ?",
    limit - open.length,
  );
  return [...open, ...closed].map((row) => jsonOf<Case>(row, "body"));
}

export function readQueue(db: SqlDriver, since: Instant, recent: number): Queue {
  const ahead = db.get("SELECT count(*) AS ahead FROM desk_case WHERE status = 'queued' AND opened_at < ?", since);
  const taken = db.all(
    `SELECT opened_at, claimed_at FROM desk_case WHERE claimed_at IS NOT NULL ORDER BY claimed_at DESC LIMIT ?`,
    recent,
  );
  return {
    ahead: ahead === undefined ? 0 : numberOf(ahead, "ahead"),
    taken: taken.map((row) => ({ openedAt: textOf(row, "opened_at"), claimedAt: textOf(row, "claimed_at") })),
  };
}
