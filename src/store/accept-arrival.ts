import type { Instant } from "../core/day.ts";
import type { Accepted, Arrival } from "../ports/intake.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import { bodyOfActivity } from "./body-of-activity.ts";
import type { Talk } from "./create-talks.ts";
import { entryKey } from "./entry-key.ts";
import type { OpenTables } from "./open-tables.ts";
import { PLACES_TO_STAND_BACK } from "./places-to-stand-back.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

const insertWith = (place: string): string =>
  `INSERT INTO arrival (conversation, seq, at, dedupe_key, activity, place) VALUES (?, ?, ?, ?, ?, ${place})
   ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, coalesce(place, id) AS place`;
const INSERT = insertWith("NULL");
/** Where staff have a case open, simple questions of others go first, within bounds. */
const INSERT_BEHIND = insertWith(`(SELECT coalesce(max(id), 0) + 1 + ${PLACES_TO_STAND_BACK} FROM arrival)`);
const BEGIN = `INSERT INTO conversation (id, channel, number)
  VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM conversation))`;
const PLACES = "UPDATE conversation SET next_seq = ?, address = ? WHERE id = ?";

/** Stores an arrival and what the customer said with it, under the next place in the conversation. */
export function acceptArrival({ db, talks }: OpenTables, arrival: Arrival, at: Instant): Accepted {
  const { conversation, channel, activity } = arrival;
  // As JSON, so that a far end's key with NUL or half a surrogate pair stays itself.
  const key = JSON.stringify(arrival.dedupeKey);
  let talk = talks.get(conversation);
  if (talk === undefined) {
    const known = seqOf(db, key);
    if (known !== undefined) return { kind: "duplicate", seq: known };
    db.run(BEGIN, conversation, channel);
    talk = talks.get(conversation);
  }
  if (talk === undefined) throw new Error(`There is no conversation ${conversation}.`);
  const { nextSeq: seq } = talk;
  const insert = talk.open === undefined ? INSERT : INSERT_BEHIND;
  const row = db.get(insert, conversation, seq, at, key, JSON.stringify(activity));
  if (row === undefined) return { kind: "duplicate", seq: seqOf(db, key) ?? 0 };
  const body = bodyOfActivity(activity);
  if (body !== undefined) insertEntry(db, talk, { conversation, seq, at, body });
  talk.address = arrival.address ?? talk.address;
  db.run(PLACES, takeSeq(talk) + 1, talk.address, conversation);
  talks.wait(talk, { id: numberOf(row, "id"), place: numberOf(row, "place"), seq, at, activity });
  return { kind: "accepted", seq };
}

function seqOf(db: SqlDriver, key: string): number | undefined {
  const row = db.get("SELECT seq FROM arrival WHERE dedupe_key = ?", key);
  return row === undefined ? undefined : numberOf(row, "seq");
}

/** The next free place of a conversation, shared by arrivals and log. Whoever takes one writes `nextSeq` back. */
export function takeSeq(talk: Talk): number {
  talk.nextSeq += 1;
  return talk.nextSeq - 1;
}

export function insertEntry(db: SqlDriver, { number }: Talk, entry: LogEntry): void {
  db.run(
    "INSERT INTO entry (id, conversation, seq, at, body) VALUES (?, ?, ?, ?, ?)",
    entryKey(number, entry.seq),
    entry.conversation,
    entry.seq,
    entry.at,
    JSON.stringify(entry.body),
  );
}
