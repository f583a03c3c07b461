import pg from "pg";
import { AppError } from "../../core/app-error.ts";
import { migration003 } from "../migrations/003-review.ts";
import { migration004 } from "../migrations/004-address.ts";
import { migration007 } from "../migrations/007-desk-place.ts";
import { migration011 } from "../migrations/011-agent-presence.ts";
import { migration013 } from "../migrations/013-desk-fault.ts";
import { numberOf } from "../row.ts";
import { clientConfig } from "./database.ts";
import { postgresMigration001 } from "./migrations/001-conversations.ts";
import { postgresMigration005 } from "./migrations/005-delivery.ts";
import { postgresMigration006 } from "./migrations/006-timers.ts";
import { postgresMigration008 } from "./migrations/008-figures.ts";
import { postgresMigration009 } from "./migrations/009-support.ts";
import { postgresMigration010 } from "./migrations/010-switches.ts";

/** In order; a released one is never edited, only followed by another that running programs of before can live with. */
const MIGRATIONS: readonly string[] = [
  postgresMigration001,
  migration003,
  migration004,
  postgresMigration005,
  postgresMigration006,
  migration007,
  postgresMigration008,
  postgresMigration009,
  postgresMigration010,
  migration011,
  migration013,
];

/** The first half of the lock's name; the second is the schema. Any number will do, as long as it stays. */
const LOCK = 0x616e7369;
const LONGEST_MS = 120_000;

/** Brings the schema up to date, each step whole or not at all, one process at a time; refuses data of a newer program. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({
    ...clientConfig(url),
    statement_timeout: LONGEST_MS,
    query_timeout: LONGEST_MS,
    lock_timeout: LONGEST_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    // Ends with the connection, however that ends.
    await client.query("SELECT pg_advisory_lock($1, current_schema()::regnamespace::oid::int)", [LOCK]);
    await bringUpToDate(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function bringUpToDate(client: pg.Client): Promise<void> {
  await client.query(
    "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())",
  );
  const { rows } = await client.query<object>("SELECT coalesce(max(version), 0) AS version FROM schema_version");
  const version = numberOf(rows[0] ?? {}, "version");
  if (version > MIGRATIONS.length) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `The database was written by a newer version of the program (schema ${version}, known up to ${MIGRATIONS.length}).`,
    );
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index >= version) await apply(client, sql, index + 1);
  }
}

async function apply(client: pg.Client, sql: string, version: number): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query("INSERT INTO schema_version (version) VALUES ($1)", [version]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
