import type { DeskFault } from "../../ports/desk-fault.ts";
import { jsonOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const READ: Statement = { name: "desk-fault", text: "SELECT body FROM desk_fault WHERE name = 'desk'" };

const KEEP: Statement = {
  name: "keep-desk-fault",
  text: `
INSERT INTO desk_fault (name, version, body) VALUES ('desk', $1, $2)
ON CONFLICT (name) DO UPDATE SET version = excluded.version, body = excluded.body
WHERE desk_fault.version = excluded.version - 1
RETURNING name`,
};

export async function readDeskFaultRow(db: Database): Promise<DeskFault | undefined> {
  const [row] = await db.run(READ);
  return row === undefined ? undefined : jsonOf<DeskFault>(row, "body");
}

/** False, and nothing changed, when somebody else changed it since it was read. */
export const keepDeskFaultRow = async (db: Database, next: DeskFault): Promise<boolean> =>
  (await db.run(KEEP, next.version, JSON.stringify(next))).length > 0;
