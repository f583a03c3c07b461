import type { CallBackTicket } from "../core/call-back-ticket.ts";
import type { CaseId } from "../core/ids.ts";
import { jsonOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Writes the ticket of a case over the one before. */
export function putCallBack(db: SqlDriver, ticket: CallBackTicket): void {
  db.run(
    `INSERT INTO call_back (case_id, conversation, status, from_at, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET status = excluded.status, from_at = excluded.from_at, body = excluded.body`,
    ticket.case,
    ticket.conversation,
    ticket.status,
    ticket.slot.from,
    JSON.stringify(ticket),
  );
}

export const readCallBacks = (db: SqlDriver, limit: number): readonly CallBackTicket[] =>
  db
    .all("SELECT body FROM call_back WHERE status IN ('open', 'due') ORDER BY from_at, case_id LIMIT ?", limit)
    .map((row) => jsonOf<CallBackTicket>(row, "body"));

export function readCallBack(db: SqlDriver, id: CaseId): CallBackTicket | undefined {
  const row = db.get("SELECT body FROM call_back WHERE case_id = ?", id);
  return row === undefined ? undefined : jsonOf<CallBackTicket>(row, "body");
}
