import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { ConversationId } from "../core/ids.ts";
import type { Understanding } from "../core/understanding.ts";
import { CASE_TABLES, CONVERSATION_TABLES } from "./conversation-tables.ts";
import { entryKeySql } from "./entry-key.ts";
import { ERASED_TRANSCRIPT, erasedActivity, erasedBody, forgetWords, placesOf, TRANSCRIPTS } from "./forget-words.ts";
import { listedWords } from "./listed-words.ts";
import type { OpenTables } from "./open-tables.ts";
import { readEntries } from "./read-stored.ts";
import { isNull, jsonOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { tellDesk } from "./tell-desk.ts";

/** Entries are found by their keys only; ?1 is the conversation. */
const NUMBER = "(SELECT number FROM conversation WHERE id = ?1)";
const ALL_ENTRIES = `id > ${entryKeySql(NUMBER, "0")} AND id < ${entryKeySql(`(${NUMBER} + 1)`, "0")}`;

/**
 * Takes a message's words out of log, arrival, record and state, and tells the desk of the open case. The lease ends, so that
 * a turn which has read the words already cannot write them.
 */
export function eraseWords(open: OpenTables, conversation: ConversationId, clientId: string, now: Instant): boolean {
  const { db } = open;
  const places = placesOf(readEntries(db, conversation, 0), clientId);
  if (places.length === 0) return false;
  for (const seq of places) eraseAt(db, conversation, seq, clientId);
  db.run(
    `UPDATE entry SET body = ?2 WHERE ${ALL_ENTRIES} AND body LIKE ?3`,
    conversation,
    ERASED_TRANSCRIPT,
    TRANSCRIPTS,
  );
  const row = db.get("SELECT state FROM conversation WHERE id = ?", conversation);
  const state = row === undefined || isNull(row, "state") ? undefined : jsonOf<ConversationState>(row, "state");
  db.run(
    "UPDATE conversation SET state = ? WHERE id = ?",
    state === undefined ? null : JSON.stringify(forgetWords(state, places)),
    conversation,
  );
  startAnew(open, conversation);
  tellDesk(db, conversation, now);
  return true;
}

function eraseAt(db: SqlDriver, conversation: ConversationId, seq: number, clientId: string): void {
  const body = JSON.stringify(erasedBody(clientId));
  const number = "(SELECT number FROM conversation WHERE id = ?2)";
  db.run(`UPDATE entry SET body = ?1 WHERE id = ${entryKeySql(number, "?3")}`, body, conversation, seq);
  const row = db.get("SELECT activity FROM arrival WHERE conversation = ? AND seq = ?", conversation, seq);
  if (row !== undefined) {
    const activity = JSON.stringify(erasedActivity(jsonOf<Activity>(row, "activity")));
    db.run("UPDATE arrival SET activity = ? WHERE conversation = ? AND seq = ?", activity, conversation, seq);
  }
  db.run("UPDATE survey SET comment = NULL WHERE conversation = ? AND comment_seq = ?", conversation, seq);
  unlist(db, db.all(`${UNDERSTOOD} AND seq = ?`, conversation, seq));
  db.run("UPDATE turn SET understanding = NULL WHERE conversation = ? AND seq = ?", conversation, seq);
}

/** What is known by heart is not true any more, and whoever works on it has read what is gone. */
function startAnew({ leases, talks }: OpenTables, conversation: ConversationId): void {
  leases.end(conversation);
  talks.forget(conversation);
}

const UNDERSTOOD = "SELECT understanding FROM turn WHERE understanding IS NOT NULL AND conversation = ?";

/** Takes off the review list what nobody else has said and staff have not gone through. */
function unlist(db: SqlDriver, turns: readonly object[]): void {
  for (const words of turns.flatMap((row) => listedWords(jsonOf<Understanding>(row, "understanding")))) {
    db.run("DELETE FROM review WHERE utterance = ? AND times = 1 AND status = 'open'", words);
  }
}

/** Deletes all rows of a conversation. A turn that is being worked on finds nothing to commit to. */
export function eraseConversation(open: OpenTables, conversation: ConversationId): boolean {
  const { db } = open;
  startAnew(open, conversation);
  unlist(db, db.all(UNDERSTOOD, conversation));
  for (const table of CASE_TABLES) {
    db.run(`DELETE FROM ${table} WHERE case_id IN (SELECT id FROM desk_case WHERE conversation = ?)`, conversation);
  }
  for (const table of CONVERSATION_TABLES) {
    const where = table === "entry" ? ALL_ENTRIES : "conversation = ?1";
    db.run(`DELETE FROM ${table} WHERE ${where}`, conversation);
  }
  return db.run("DELETE FROM conversation WHERE id = ?", conversation) > 0;
}
