import { type CaseId, caseId } from "../core/ids.ts";
import type { DeskPlace } from "../ports/desk-place.ts";
import { jsonOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

export function readPlace(db: SqlDriver, id: CaseId): DeskPlace | undefined {
  const row = db.get("SELECT body FROM desk_place WHERE case_id = ?", id);
  return row === undefined ? undefined : jsonOf<DeskPlace>(row, "body");
}

export function readCaseAt(db: SqlDriver, place: string): CaseId | undefined {
  const row = db.get("SELECT case_id FROM desk_place_name WHERE place = ?", place);
  return row === undefined ? undefined : caseId(textOf(row, "case_id"));
}

/** False, and nothing changed, when somebody else changed it since it was read. */
export function keepPlace(db: SqlDriver, next: DeskPlace): boolean {
  const kept = db.run(
    `INSERT INTO desk_place (case_id, version, body) VALUES (?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE desk_place.version = excluded.version - 1`,
    next.case,
    next.version,
    JSON.stringify(next),
  );
  if (kept === 0) return false;
  if (next.place !== undefined) {
    db.run(
      "INSERT INTO desk_place_name (place, case_id) VALUES (?, ?) ON CONFLICT (place) DO NOTHING",
      next.place,
      next.case,
    );
  }
  return true;
}
