import type { Instant } from "../core/day.ts";
import type { SendResult } from "../ports/delivery.ts";
import { addMs } from "./add-ms.ts";
import type { SqlDriver } from "./sql-driver.ts";

const PARKED_MS = 60_000;

/**
 * Notes how an attempt ended. A late answer may still turn `unknown` into `sent` or `dead`, but never
 * brings a delivery back that others have overtaken.
 */
export function settleDelivery(db: SqlDriver, id: number, result: SendResult, now: Instant): void {
  switch (result.kind) {
    case "sent":
      db.run(
        "UPDATE outbox SET state = 'sent', far_id = ? WHERE id = ? AND state IN ('sending', 'unknown')",
        result.farId ?? null,
        id,
      );
      return;
    case "parked":
      settleDelivery(db, id, { kind: "later", afterMs: PARKED_MS }, now);
      return;
    case "later":
      db.run(
        "UPDATE outbox SET state = 'new', not_before = ? WHERE id = ? AND state = 'sending'",
        addMs(now, result.afterMs),
        id,
      );
      return;
    case "unknown":
      db.run("UPDATE outbox SET state = 'unknown' WHERE id = ? AND state = 'sending'", id);
      return;
    case "refused":
      db.run(
        "UPDATE outbox SET state = 'dead', why = ? WHERE id = ? AND state IN ('sending', 'unknown')",
        result.why,
        id,
      );
  }
}
