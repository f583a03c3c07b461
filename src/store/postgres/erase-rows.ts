import type { Activity } from "../../core/activity.ts";
import { AppError } from "../../core/app-error.ts";
import type { ConversationState } from "../../core/conversation.ts";
import type { ConversationId } from "../../core/ids.ts";
import type { Understanding } from "../../core/understanding.ts";
import { CASE_TABLES, CONVERSATION_TABLES } from "../conversation-tables.ts";
import { ERASED_TRANSCRIPT, erasedActivity, erasedBody, forgetWords, placesOf, TRANSCRIPTS } from "../forget-words.ts";
import { listedWords } from "../listed-words.ts";
import { isNull, jsonOf, numberOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";
import { readEntries } from "./read-rows.ts";

const NOW: Statement = {
  name: "before-erasing",
  text: "SELECT fence, done, state FROM conversation WHERE id = $1",
};

const ACTIVITIES: Statement = {
  name: "activities-to-erase",
  text: "SELECT activity FROM arrival WHERE conversation = $1 AND seq = ANY($2::bigint[]) ORDER BY seq",
};

const UNDERSTOOD: Statement = {
  name: "understood-to-erase",
  text: `
SELECT understanding FROM turn WHERE conversation = $1 AND understanding IS NOT NULL AND ($2::bigint[] IS NULL OR seq = ANY($2))`,
};

/** What nobody else has said and staff have not gone through. */
const UNLIST = (words: string): string =>
  `DELETE FROM review WHERE utterance = ANY(${words}::text[]) AND times = 1 AND status = 'open'`;

/** Writes only over the state that was read. The fence moves on: a turn that has read the words cannot write them any more. */
const ERASE: Statement = {
  name: "erase-words",
  text: `
WITH mine AS (
  UPDATE conversation SET fence = fence + 1, lease_until = NULL, holder = NULL, state = $4
  WHERE id = $1 AND fence = $2 AND done = $3 RETURNING id
), words AS (
  SELECT * FROM unnest($5::bigint[], $6::text[]) AS w(seq, activity)
), shown AS (
  UPDATE entry e SET body = $7 FROM mine, words w WHERE e.conversation = mine.id AND e.seq = w.seq
), transcripts AS (
  UPDATE entry e SET body = $9 FROM mine WHERE e.conversation = mine.id AND e.body LIKE $10
), arrived AS (
  UPDATE arrival a SET activity = w.activity FROM mine, words w WHERE a.conversation = mine.id AND a.seq = w.seq
), recorded AS (
  UPDATE turn t SET understanding = NULL FROM mine, words w WHERE t.conversation = mine.id AND t.seq = w.seq
), uncommented AS (
  UPDATE survey s SET comment = NULL FROM mine, words w WHERE s.conversation = mine.id AND s.comment_seq = w.seq
), unlisted AS (
  ${UNLIST("$8")} AND EXISTS (SELECT FROM mine)
), told AS (
  INSERT INTO outbox (conversation, target, via, since, news)
  SELECT mine.id, 'desk', 'desk', store_now(), json_build_object('kind', 'case-changed', 'case', k.id)::text
  FROM mine JOIN desk_case k ON k.conversation = mine.id AND k.status <> 'closed'
)
SELECT id FROM mine`,
};

/** What refers to the conversation is checked when the whole statement is done. */
const ERASE_CONVERSATION: Statement = {
  name: "erase-conversation",
  text: `WITH unlisted AS (${UNLIST("$2")}), ${CASE_TABLES.map((table) => `of_${table} AS (DELETE FROM ${table} WHERE case_id IN (SELECT id FROM desk_case WHERE conversation = $1))`).join(", ")}, ${CONVERSATION_TABLES.map((table) => `of_${table} AS (DELETE FROM ${table} WHERE conversation = $1)`).join(", ")}
DELETE FROM conversation WHERE id = $1 RETURNING id`,
};

const TRIES = 5;

/** As for SQLite; tried again when a turn was committed in between. */
export async function eraseWordRows(db: Database, conversation: ConversationId, clientId: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [before] = await db.run(NOW, conversation);
    const places = placesOf((await readEntries(db, [{ conversation, afterSeq: 0 }]))(0), clientId);
    if (before === undefined || places.length === 0) return false;
    const activities = (await db.run(ACTIVITIES, conversation, places)).map((row) => jsonOf<Activity>(row, "activity"));
    const written = await db.run(
      ERASE,
      ...[conversation, numberOf(before, "fence"), numberOf(before, "done"), stateWithout(before, places)],
      places,
      activities.map((activity) => JSON.stringify(erasedActivity(activity))),
      JSON.stringify(erasedBody(clientId)),
      await listedIn(db, conversation, places),
      ...[ERASED_TRANSCRIPT, TRANSCRIPTS],
    );
    if (written.length > 0) return true;
  }
  throw new AppError("STORE_UNAVAILABLE", "A message could not be erased, because its conversation went on and on.");
}

const stateWithout = (row: object, places: readonly number[]): string | null =>
  isNull(row, "state") ? null : JSON.stringify(forgetWords(jsonOf<ConversationState>(row, "state"), places));

/** Without `places`, of all turns. */
async function listedIn(
  db: Database,
  conversation: ConversationId,
  places: readonly number[] | null,
): Promise<readonly string[]> {
  const rows = await db.run(UNDERSTOOD, conversation, places);
  return rows.flatMap((row) => listedWords(jsonOf<Understanding>(row, "understanding")));
}

export async function eraseConversationRows(db: Database, conversation: ConversationId): Promise<boolean> {
  const listed = await listedIn(db, conversation, null);
  return (await db.run(ERASE_CONVERSATION, conversation, listed)).length > 0;
}
