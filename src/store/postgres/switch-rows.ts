import { AppError } from "../../core/app-error.ts";
import type { SwitchChange, Switches } from "../../core/switch.ts";
import type { NewSwitchChange, SwitchTurned } from "../../ports/switches.ts";
import { numberOf } from "../row.ts";
import { SWITCH_COLUMNS, switchChangeOf, switchesOf } from "../switch-change-of.ts";
import type { Database, Statement } from "./database.ts";

const STANDING: Statement = {
  name: "switches",
  text: `SELECT DISTINCT ON (name) ${SWITCH_COLUMNS} FROM switch_log ORDER BY name, version DESC`,
};

const LOG: Statement = {
  name: "switch-log",
  text: `SELECT ${SWITCH_COLUMNS} FROM switch_log ORDER BY version DESC LIMIT $1`,
};

/** Of several who turn switches at once one is written; the others try again on what it left behind. */
const TURN: Statement = {
  name: "turn-switch",
  text: `
WITH newest AS (SELECT is_off FROM switch_log WHERE name = $1 ORDER BY version DESC LIMIT 1), turned AS (
  INSERT INTO switch_log (version, name, is_off, reason, agent)
  SELECT coalesce((SELECT max(version) FROM switch_log), 0) + 1, $1, $2::int, $3, $4
  WHERE coalesce((SELECT is_off FROM newest), 0) <> $2::int
  ON CONFLICT (version) DO NOTHING RETURNING version
), waiting AS MATERIALIZED (
  SELECT o.conversation, o.entry_seq FROM outbox o, turned
  WHERE o.state <> 'sent' AND o.state IN ('new', 'parked', 'dead') AND o.target = 'channel' AND o.doubt_since IS NULL
    AND cardinality($5::text[]) > 0
  FOR UPDATE OF o SKIP LOCKED
), unsaid AS (
  SELECT e.conversation, e.seq, e.body::jsonb AS body FROM waiting w
  JOIN entry e ON e.conversation = w.conversation AND e.seq = w.entry_seq
  WHERE split_part(e.body::jsonb -> 'said' ->> 'key', '.', 1) = ANY($5::text[])
), replaced AS (
  UPDATE entry e SET body = jsonb_set(u.body, '{said}', CASE
    WHEN 2 * length(regexp_replace(u.body -> 'said' ->> 'text', '[^가-힣]', '', 'g'))
      >= length(regexp_replace(u.body -> 'said' ->> 'text', '[^A-Za-z]', '', 'g')) THEN $6::jsonb ELSE $7::jsonb END)::text
  FROM unsaid u WHERE e.conversation = u.conversation AND e.seq = u.seq
)
SELECT (SELECT version FROM turned) AS version, coalesce((SELECT is_off FROM newest), 0) AS was_off`,
};

const TRIES = 20;

/** By name, as they came to be. */
export async function readSwitchRows(db: Database): Promise<Switches> {
  const newest = (await db.run(STANDING)).map(switchChangeOf);
  return switchesOf(newest.toSorted((one, other) => one.version - other.version));
}

export const readSwitchLogRows = async (db: Database, limit: number): Promise<readonly SwitchChange[]> =>
  (await db.run(LOG, limit)).map(switchChangeOf);

export async function turnSwitchRow(db: Database, change: NewSwitchChange): Promise<SwitchTurned> {
  const { name, off, reason, agent, unsent } = change;
  const { ko = null, en = null } = unsent?.instead ?? {};
  const is = off ? 1 : 0;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [row = {}] = await db.run(
      TURN,
      ...[name, is, reason, JSON.stringify(agent)],
      unsent?.answers ?? [],
      ...[JSON.stringify(ko), JSON.stringify(en)],
    );
    if (Reflect.get(row, "version") !== null) return { kind: "turned", version: numberOf(row, "version") };
    if (numberOf(row, "was_off") === is) return { kind: "already" };
  }
  throw new AppError("STORE_UNAVAILABLE", "Too many switches are being turned at once.");
}
