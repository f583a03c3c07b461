import { AppError } from "../core/app-error.ts";
import type { Instant } from "../core/day.ts";
import { migration001 } from "./migrations/001-conversations.ts";
import { migration002 } from "./migrations/002-audit.ts";
import { migration003 } from "./migrations/003-review.ts";
import { migration004 } from "./migrations/004-address.ts";
import { migration005 } from "./migrations/005-delivery.ts";
import { migration006 } from "./migrations/006-timers.ts";
import { migration007 } from "./migrations/007-desk-place.ts";
import { migration008 } from "./migrations/008-figures.ts";
import { migration009 } from "./migrations/009-support.ts";
import { migration010 } from "./migrations/010-switches.ts";
import { migration011 } from "./migrations/011-agent-presence.ts";
import { migration012 } from "./migrations/012-order-of-rows.ts";
import { migration013 } from "./migrations/013-desk-fault.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** In order; a released one is never edited, only followed by another. */
const MIGRATIONS: readonly string[] = [
  migration001,
  migration002,
  migration003,
  migration004,
  migration005,
  migration006,
  migration007,
  migration008,
  migration009,
  migration010,
  migration011,
  migration012,
  migration013,
];

/** Brings the schema up to date, each step whole or not at all; refuses data of a newer program. */
export function migrate(db: SqlDriver, at: Instant): void {
  db.exec("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, at TEXT NOT NULL)");
  const row = db.get("SELECT coalesce(max(version), 0) AS version FROM schema_version");
  const version = row === undefined ? 0 : numberOf(row, "version");
  if (version > MIGRATIONS.length) {
    throw new AppError(
      "STORE_UNAVAILABLE",
      `The data was written by a newer version of the program (schema ${version}, known up to ${MIGRATIONS.length}).`,
    );
  }
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index >= version) apply(db, sql, index + 1, at);
  }
}

function apply(db: SqlDriver, sql: string, version: number, at: Instant): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    db.exec(sql);
    db.run("INSERT INTO schema_version (version, at) VALUES (?, ?)", version, at);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}
