import type { Instant } from "../core/day.ts";
import type { Accepted, Arrival } from "../ports/intake.ts";
import type { LogEntry } from "../ports/log-entry.ts";
import { bodyOfActivity } from "./body-of-activity.ts";
import { PLACES_TO_STAND_BACK } from "./places-to-stand-back.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Where staff have a case open, simple questions of others go first, within bounds. */
const INSERT_ARRIVAL = `INSERT INTO arrival (conversation, seq, at, dedupe_key, activity, place)
  VALUES (?, ?, ?, ?, ?, CASE WHEN EXISTS (SELECT 1 FROM desk_case WHERE conversation = ? AND status <> 'closed')
    THEN (SELECT coalesce(max(id), 0) + 1 FROM arrival) + ? END)`;

/** Stores an arrival and what the customer said with it, under the next place in the conversation. */
export function acceptArrival(db: SqlDriver, arrival: Arrival, at: Instant): Accepted {
  const { conversation, channel, activity } = arrival;
  // As JSON, so that a far end's key with NUL or half a surrogate pair stays itself.
  const key = JSON.stringify(arrival.dedupeKey);
  const known = db.get("SELECT seq FROM arrival WHERE dedupe_key = ?", key);
  if (known !== undefined) return { kind: "duplicate", seq: numberOf(known, "seq") };

  db.run(
    `INSERT INTO conversation (id, channel, address) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET address = excluded.address WHERE excluded.address IS NOT NULL`,
    conversation,
    channel,
    arrival.address ?? null,
  );
  const seq = takeSeq(db, conversation);
  db.run(INSERT_ARRIVAL, conversation, seq, at, key, JSON.stringify(activity), conversation, PLACES_TO_STAND_BACK);
  const body = bodyOfActivity(activity);
  if (body !== undefined) insertEntry(db, { conversation, seq, at, body });
  return { kind: "accepted", seq };
}

/** The next free place of a conversation, shared by arrivals and log. */
export function takeSeq(db: SqlDriver, conversation: string): number {
  const row = db.get("UPDATE conversation SET next_seq = next_seq + 1 WHERE id = ? RETURNING next_seq", conversation);
  if (row === undefined) throw new Error(`There is no conversation ${conversation}.`);
  return numberOf(row, "next_seq") - 1;
}

export function insertEntry(db: SqlDriver, entry: LogEntry): void {
  db.run(
    "INSERT INTO entry (conversation, seq, at, body) VALUES (?, ?, ?, ?)",
    entry.conversation,
    entry.seq,
    entry.at,
    JSON.stringify(entry.body),
  );
}
