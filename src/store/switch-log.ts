import type { Instant } from "../core/day.ts";
import type { SwitchChange, Switches } from "../core/switch.ts";
import type { LogBody } from "../ports/log-entry.ts";
import type { NewSwitchChange, SwitchTurned, UnsentAnswers } from "../ports/switches.ts";
import { entryKeySql } from "./entry-key.ts";
import { jsonOf, numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { SWITCH_COLUMNS, switchChangeOf, switchesOf } from "./switch-change-of.ts";

/** Of the newest change, known by heart: every turn asks for it, and it hardly ever changes. */
export interface SwitchVersion {
  read(): number;
  /** After a change, and after anything was taken back. */
  forget(): void;
}

export function createSwitchVersion(db: SqlDriver): SwitchVersion {
  let known: number | undefined;
  return {
    read: () => {
      known ??= readSwitchVersion(db);
      return known;
    },
    forget: () => {
      known = undefined;
    },
  };
}

function readSwitchVersion(db: SqlDriver): number {
  const row = db.get("SELECT coalesce(max(version), 0) AS version FROM switch_log");
  return row === undefined ? 0 : numberOf(row, "version");
}

export const readSwitches = (db: SqlDriver): Switches =>
  switchesOf(
    db
      .all(
        `SELECT ${SWITCH_COLUMNS} FROM switch_log
         WHERE version IN (SELECT max(version) FROM switch_log GROUP BY name) ORDER BY version`,
      )
      .map(switchChangeOf),
  );

export const readSwitchLog = (db: SqlDriver, limit: number): readonly SwitchChange[] =>
  db.all(`SELECT ${SWITCH_COLUMNS} FROM switch_log ORDER BY version DESC LIMIT ?`, limit).map(switchChangeOf);

export function turnSwitch(db: SqlDriver, change: NewSwitchChange, now: Instant): SwitchTurned {
  const { name, off, reason, agent, unsent } = change;
  const newest = db.get("SELECT is_off FROM switch_log WHERE name = ? ORDER BY version DESC LIMIT 1", name);
  if ((newest !== undefined && numberOf(newest, "is_off") === 1) === off) return { kind: "already" };
  const version = readSwitchVersion(db) + 1;
  db.run(
    `INSERT INTO switch_log (${SWITCH_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)`,
    ...[version, name, off ? 1 : 0, reason, JSON.stringify(agent), now],
  );
  if (unsent !== undefined) replaceUnsent(db, unsent);
  return { kind: "turned", version };
}

/** English answers may name Korean things, so the larger share counts. */
const isKorean = (text: string): boolean =>
  2 * (text.match(/[가-힣]/g)?.length ?? 0) >= (text.match(/[a-z]/gi)?.length ?? 0);

/** What somebody has tried to send may have arrived, and stays as it was said. */
function replaceUnsent(db: SqlDriver, { answers, instead }: UnsentAnswers): void {
  const waiting = db.all(
    `SELECT e.id, e.body FROM outbox o JOIN conversation c ON c.id = o.conversation
     JOIN entry e ON e.id = ${entryKeySql("c.number", "o.entry_seq")} WHERE o.state <> 'sent' AND o.state IN ('new', 'parked', 'dead') AND o.target = 'channel' AND o.doubt_since IS NULL`,
  );
  for (const row of waiting) {
    const body = jsonOf<LogBody>(row, "body");
    if (body.kind !== "bot" || !answers.includes(body.said.key.split(".", 1)[0] ?? "")) continue;
    const said = instead[isKorean(body.said.text) ? "ko" : "en"];
    db.run(
      "UPDATE entry SET body = ? WHERE id = ?",
      JSON.stringify({ ...body, said } satisfies LogBody),
      numberOf(row, "id"),
    );
  }
}
