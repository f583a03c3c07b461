import type { Case } from "../../core/case.ts";
import type { CaseId, ConversationId } from "../../core/ids.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import type { StoredConversation } from "../../ports/store.ts";
import { conversationOf } from "../conversation-of.ts";
import { entryOf } from "../entry-of.ts";
import { jsonOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const ENTRIES: Statement = {
  name: "entries",
  text: "SELECT seq, at, body FROM entry WHERE conversation = $1 AND seq > $2 ORDER BY seq",
};

const CONVERSATION: Statement = {
  name: "conversation",
  text: `SELECT channel, address, state, next_seq, CASE WHEN last_arrival > done THEN done ELSE next_seq - 1 END AS handled_seq
    FROM conversation WHERE id = $1`,
};

const CASE: Statement = { name: "case", text: "SELECT body FROM desk_case WHERE id = $1" };

const CASES: Statement = {
  name: "cases",
  text: `
SELECT body FROM (
  (SELECT body, 1 AS part, row_number() OVER (ORDER BY opened_at, place) AS nth
    FROM desk_case WHERE status <> 'closed' ORDER BY opened_at, place LIMIT $1)
  UNION ALL
  (SELECT body, 2, row_number() OVER (ORDER BY closed_at DESC, place DESC)
    FROM desk_case WHERE status = 'closed' ORDER BY closed_at DESC, place DESC LIMIT $1)
) found ORDER BY part, nth LIMIT $1`,
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
