import pg from "pg";
import { AppError } from "../../core/app-error.ts";
import { type Audits, lastOf, type StoredAudits } from "../open-audits.ts";
import { isNull, numberOf, textOf } from "../row.ts";
import { clientConfig } from "./database.ts";

/** As they were at one moment, in the order of SQLite. */
const ALL = `
SELECT c.id, c.state, t.seq, t.audit FROM conversation c
LEFT JOIN turn t ON t.conversation = c.id AND t.audit IS NOT NULL
ORDER BY c.id COLLATE "C", t.seq`;
const LONGEST_MS = 600_000;

/** The decisions on record in a PostgreSQL. Reads beside running programs and changes nothing. */
export async function openPostgresAudits(url: string): Promise<Audits> {
  const client = new pg.Client({ ...clientConfig(url), statement_timeout: LONGEST_MS, query_timeout: LONGEST_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<object>(ALL);
    const all = group(rows);
    return { all: () => all, close: () => undefined };
  } catch (error) {
    throw new AppError("STORE_UNAVAILABLE", "The records in the database cannot be read. Check DATABASE_URL.", error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function group(rows: readonly object[]): readonly StoredAudits[] {
  const found: { row: object; turns: { seq: number; records: string }[] }[] = [];
  for (const row of rows) {
    const known = found.at(-1);
    const here = known !== undefined && textOf(known.row, "id") === textOf(row, "id") ? known : { row, turns: [] };
    if (here !== known) found.push(here);
    if (!isNull(row, "audit")) here.turns.push({ seq: numberOf(row, "seq"), records: textOf(row, "audit") });
  }
  return found.map(({ row, turns }) => {
    const last = isNull(row, "state") ? undefined : lastOf(row);
    return { conversation: textOf(row, "id"), turns, ...(last === undefined ? {} : { last }) };
  });
}
