import type { DeskFault } from "../ports/desk-fault.ts";
import { jsonOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

export function readDeskFault(db: SqlDriver): DeskFault | undefined {
  const row = db.get("SELECT body FROM desk_fault WHERE name = 'desk'");
  return row === undefined ? undefined : jsonOf<DeskFault>(row, "body");
}

/** False, and nothing changed, when somebody else changed it since it was read. */
export const keepDeskFault = (db: SqlDriver, next: DeskFault): boolean =>
  db.run(
    `INSERT INTO desk_fault (name, version, body) VALUES ('desk', ?, ?)
     ON CONFLICT (name) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE desk_fault.version = excluded.version - 1`,
    next.version,
    JSON.stringify(next),
  ) > 0;
