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
  text: "SELECT seq, at, body FROM entry WHERE conversation = $1 AND seq > $2 ORDER BY seq",
};

const CONVERSATION: Statement = {
  name: "conversation",
  patienceMs: READ_MS,
  text: `SELECT channel, address, state, next_seq, CASE WHEN last_arrival > done THEN done ELSE next_seq - 1 END AS handled_seq
    FROM conversation WHERE id = $1`,
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

export const readEntries = async (
  db: Database,
  conversation: ConversationId,
  afterSeq: number,
): Promise<readonly LogEntry[]> =>
  (await db.run(ENTRIES, conversation, afterSeq)).map((row) => entryOf(conversation, row));

export async function readConversation(db: Database, id: ConversationId): Promise<StoredConversation | undefined> {
  const [row] = await db.run(CONVERSATION, id);
  return row === undefined ? undefined : conversationOf(id, row);
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
