import { join } from "node:path";
import { AppError } from "../core/app-error.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store } from "../ports/store.ts";
import { createLeases } from "./create-leases.ts";
import { type FolderLock, lockFolder } from "./lock-folder.ts";
import { migrate } from "./migrate.ts";
import { openDriver } from "./open-driver.ts";
import { LATE_MS, recoverDeliveries } from "./recover-deliveries.ts";
import { numberOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { sqliteStore } from "./sqlite-store.ts";

export interface SqliteOptions {
  readonly folder: string | ":memory:";
  readonly clock: Clock;
  /** How long a conversation may be held without a commit; 30 s when absent. */
  readonly leaseMs?: number;
  /** After this long a delivery in flight counts as lost with its sender; longer than any send may take. */
  readonly sendingMs?: number;
  /** How long after its claim a delivery whose sender died holds its lane; LATE_MS when absent. */
  readonly lateMs?: number;
}

/** Room for the upper levels of all indexes of a million conversations; the system keeps the rest. */
const CACHE_KIB = 8 * 1024;

/** Pages that many messages change are copied to their place once; 32 MB of log. */
const PAGES_BETWEEN_CHECKPOINTS = 8_000;

/** Opens the embedded store, alone on its folder, with whatever a killed process left behind put in order. */
export async function openSqlite(options: SqliteOptions): Promise<Store> {
  const { folder, clock, leaseMs = 30_000, sendingMs = 120_000, lateMs = LATE_MS } = options;
  const lock = folder === ":memory:" ? undefined : await lockFolder(folder);
  const db = await openDatabase(folder, lock);
  try {
    configure(db);
    migrate(db, clock.now());
    // This process is alone, so every attempt on record belongs to one that is gone.
    recoverDeliveries(db, { now: clock.now(), lateMs });
    return sqliteStore({ db, clock, leases: createLeases(countStart(db), leaseMs), sendingMs, lateMs, lock });
  } catch (error) {
    db.close();
    lock?.release();
    throw error instanceof AppError ? error : unusable(folder, error);
  }
}

async function openDatabase(folder: string, lock: FolderLock | undefined): Promise<SqlDriver> {
  try {
    return await openDriver(folder === ":memory:" ? folder : join(folder, "ansim.db"));
  } catch (error) {
    lock?.release();
    throw unusable(folder, error);
  }
}

function configure(db: SqlDriver): void {
  db.exec("PRAGMA busy_timeout = 5000");
  db.get("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  db.exec(`PRAGMA wal_autocheckpoint = ${PAGES_BETWEEN_CHECKPOINTS}`);
}

/** The file itself remembers how often it was opened: fences of this process are higher than those of the ones before. */
function countStart(db: SqlDriver): number {
  const starts = numberOf(db.get("PRAGMA user_version") ?? {}, "user_version") + 1;
  db.exec(`PRAGMA user_version = ${starts}`);
  return starts;
}

const unusable = (folder: string, cause: unknown): AppError =>
  new AppError("STORE_UNAVAILABLE", `The data in ${folder} cannot be opened.`, cause);
