import type { Case } from "../../core/case.ts";
import type { Instant } from "../../core/day.ts";
import type { CaseId, ConversationId } from "../../core/ids.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import type { Queue, StoredConversation } from "../../ports/store.ts";
import { conversationOf } from "../conversation-of.ts";
import { entryOf } from "../entry-of.ts";
import { jsonOf, numberOf, textOf } from "../row.ts";
import { type Database, READ_MS, type Statement } from "./database.ts";

const ENTRIES: Statement = {
  name: "entries",
  patienceMs: READ_MS,
  text: `
SELECT i.n, e.seq, e.at, e.body FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS i(id, after, n)
JOIN entry e ON e.conversation = i.id AND e.seq > i.after ORDER BY i.n, e.seq`,
};

const CONVERSATION: Statement = {
  name: "conversation",
  patienceMs: READ_MS,
  text: `
SELECT i.n, c.channel, c.address, c.state, c.next_seq,
  CASE WHEN c.last_arrival > c.done THEN c.done ELSE c.next_seq - 1 END AS handled_seq
FROM unnest($1::text[]) WITH ORDINALITY AS i(id, n) JOIN conversation c ON c.id = i.id`,
};

const CASE: Statement = { name: "case", patienceMs: READ_MS, text: "SELECT body FROM desk_case WHERE id = $1" };

const CASES: Statement = {
  name: "cases",
  patienceMs: READ_MS,
  text: `
SELECT body FROM (
  (SELECT body, 1 AS part, row_number() OVER (ORDER BY opened_at, place) AS nth
    FROM desk_case WHERE status <> 'closed' ORDER BY opened_at, place LIMIT $1)
  UNION ALL
  (SELECT body, 2, row_number() OVER (ORDER BY closed_at DESC, place DESC)
    FROM desk_case WHERE status = 'closed' ORDER BY closed_at DESC, place DESC LIMIT $1)
) found ORDER BY part, nth LIMIT $1`,
};

const QUEUE: Statement = {
  name: "queue",
  patienceMs: READ_MS,
  text: `
SELECT count(*) AS ahead FROM desk_case WHERE status = 'queued' AND opened_at < $1`,
};

const TAKEN_UP: Statement = {
  name: "taken-up",
  patienceMs: READ_MS,
  text: `
SELECT opened_at, claimed_at FROM desk_case WHERE claimed_at IS NOT NULL ORDER BY claimed_at DESC LIMIT $1`,
};

/** A conversation's log after a place. */
export interface Asked {
  readonly conversation: ConversationId;
  readonly afterSeq: number;
}

/** What was asked for, by its place among the questions. */
export async function readEntries(
  db: Database,
  asked: readonly Asked[],
): Promise<(index: number) => readonly LogEntry[]> {
  const rows = await db.run(
    ENTRIES,
    asked.map(({ conversation }) => conversation),
    asked.map(({ afterSeq }) => afterSeq),
  );
  const logs = asked.map((): LogEntry[] => []);
  for (const row of rows) {
    const place = numberOf(row, "n") - 1;
    const conversation = asked[place]?.conversation;
    if (conversation !== undefined) logs[place]?.push(entryOf(conversation, row));
  }
  return (index) => logs[index] ?? [];
}

export async function readConversations(
  db: Database,
  ids: readonly ConversationId[],
): Promise<(index: number) => StoredConversation | undefined> {
  const rows = await db.run(CONVERSATION, ids);
  const found = new Map(rows.map((row) => [numberOf(row, "n") - 1, row]));
  return (index) => {
    const [id, row] = [ids[index], found.get(index)];
    return id === undefined || row === undefined ? undefined : conversationOf(id, row);
  };
}

export async function readCase(db: Database, id: CaseId): Promise<Case | undefined> {
  const [row] = await db.run(CASE, id);
  return row === undefined ? undefined : jsonOf<Case>(row, "body");
}

/** Open cases, longest waiting first, then closed ones, newest first. */
export const readCases = async (db: Database, limit: number): Promise<readonly Case[]> =>
  (await db.run(CASES, limit)).map((row) => jsonOf<Case>(row, "body"));

export async function readQueue(db: Database, since: Instant, recent: number): Promise<Queue> {
  const [ahead] = await db.run(QUEUE, since);
  const taken = await db.run(TAKEN_UP, recent);
  return {
    ahead: numberOf(ahead ?? {}, "ahead"),
    taken: taken.map((row) => ({ openedAt: textOf(row, "opened_at"), claimedAt: textOf(row, "claimed_at") })),
  };
}
