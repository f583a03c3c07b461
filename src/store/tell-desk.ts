import type { Instant } from "../core/day.ts";
import type { CaseId } from "../core/ids.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** Staff who have a case of this conversation open look again; returns whether there are any. */
export function tellDesk(db: SqlDriver, conversation: string, now: Instant): boolean {
  const told = db.run(
    `INSERT INTO outbox (conversation, target, via, since, news)
     SELECT conversation, 'desk', 'desk', ?, json_object('kind', 'case-changed', 'case', id) FROM desk_case
     WHERE conversation = ? AND status <> 'closed'`,
    now,
    conversation,
  );
  return told > 0;
}

/** The same for single cases, in this order. */
export function tellDeskOf(db: SqlDriver, cases: readonly CaseId[], now: Instant): void {
  for (const id of cases) {
    db.run(
      `INSERT INTO outbox (conversation, target, via, since, news)
       SELECT conversation, 'desk', 'desk', ?, json_object('kind', 'case-changed', 'case', id) FROM desk_case
       WHERE id = ? AND status <> 'closed'`,
      now,
      id,
    );
  }
}
