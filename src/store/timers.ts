import type { Instant } from "../core/day.ts";
import { conversationId } from "../core/ids.ts";
import { lastChanges, type TimerName } from "../core/timer.ts";
import type { TurnCommit } from "../ports/store.ts";
import { acceptArrival } from "./accept-arrival.ts";
import { addMs } from "./add-ms.ts";
import type { OpenTables } from "./open-tables.ts";
import { numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Sets and cancels the timers of a turn, within its transaction. */
export function changeTimers(db: SqlDriver, conversation: string, turn: TurnCommit, now: Instant): void {
  for (const change of lastChanges(turn.timers ?? [])) {
    if (change.kind === "cancel") {
      db.run("DELETE FROM timer WHERE conversation = ? AND name = ?", conversation, change.timer);
      continue;
    }
    db.run(
      `INSERT INTO timer (conversation, name, number, due_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (conversation, name) DO UPDATE SET number = excluded.number, due_at = excluded.due_at`,
      conversation,
      change.timer,
      turn.handled,
      addMs(now, change.afterMs),
    );
  }
}

/** False when there is certainly nothing to fire; a look that costs no transaction. */
export const isTimerDue = (db: SqlDriver, now: Instant): boolean =>
  db.get("SELECT 1 AS due FROM timer WHERE due_at <= ? LIMIT 1", now) !== undefined;

/** Turns due timers into arrivals, the longest due first; returns how many. */
export function fireTimers(open: OpenTables, now: Instant, max: number): number {
  const { db } = open;
  const due = db.all(
    `SELECT t.conversation, c.channel, t.name, t.number FROM timer t JOIN conversation c ON c.id = t.conversation
     WHERE t.due_at <= ? ORDER BY t.due_at, t.conversation, t.name LIMIT ?`,
    now,
    max,
  );
  for (const row of due) {
    const [conversation, timer, number] = [textOf(row, "conversation"), nameOf(row), numberOf(row, "number")];
    db.run("DELETE FROM timer WHERE conversation = ? AND name = ?", conversation, timer);
    const dedupeKey = `timer:${conversation}:${timer}:${number}`;
    const activity = { kind: "due", timer, number } as const;
    acceptArrival(
      open,
      { conversation: conversationId(conversation), channel: textOf(row, "channel"), dedupeKey, activity },
      now,
    );
  }
  return due.length;
}

/** Trusted to be what was written; of a name that this version does not know the turn makes nothing. */
const nameOf = (row: object): TimerName => textOf(row, "name") as TimerName;
