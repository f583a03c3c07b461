import { type CaseId, caseId } from "../../core/ids.ts";
import type { DeskPlace } from "../../ports/desk-place.ts";
import { jsonOf, textOf } from "../row.ts";
import type { Database, Statement } from "./database.ts";

const PLACE: Statement = { name: "desk-place", text: "SELECT body FROM desk_place WHERE case_id = $1" };

const CASE_AT: Statement = { name: "case-at", text: "SELECT case_id FROM desk_place_name WHERE place = $1" };

const KEEP: Statement = {
  name: "keep-place",
  text: `
WITH kept AS (
  INSERT INTO desk_place (case_id, version, body) VALUES ($1, $2, $3)
  ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, body = excluded.body
  WHERE desk_place.version = excluded.version - 1
  RETURNING case_id
), named AS (
  INSERT INTO desk_place_name (place, case_id) SELECT $4, case_id FROM kept WHERE $4::text IS NOT NULL
  ON CONFLICT (place) DO NOTHING
)
SELECT case_id FROM kept`,
};

export async function readPlaceRow(db: Database, id: CaseId): Promise<DeskPlace | undefined> {
  const [row] = await db.run(PLACE, id);
  return row === undefined ? undefined : jsonOf<DeskPlace>(row, "body");
}

export async function readCaseAtRow(db: Database, place: string): Promise<CaseId | undefined> {
  const [row] = await db.run(CASE_AT, place);
  return row === undefined ? undefined : caseId(textOf(row, "case_id"));
}

/** False, and nothing changed, when somebody else changed it since it was read. */
export const keepPlaceRow = async (db: Database, next: DeskPlace): Promise<boolean> =>
  (await db.run(KEEP, next.case, next.version, JSON.stringify(next), next.place ?? null)).length > 0;
