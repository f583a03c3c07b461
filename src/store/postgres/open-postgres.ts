import { AppError } from "../../core/app-error.ts";
import type { Log } from "../../ports/log.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { Store } from "../../ports/store.ts";
import { LATE_MS } from "../recover-deliveries.ts";
import { createPartyLine, type PartyLine } from "./create-party-line.ts";
import { openDatabase } from "./database.ts";
import { holdDeliveries } from "./hold-deliveries.ts";
import { holdLeases } from "./hold-leases.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { postgresStore } from "./postgres-store.ts";
import { sharedKey } from "./shared-key.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`. Not through a pooler that hands out connections by transaction. */
  readonly url: string;
  /** Names this process among the others. */
  readonly newId: NewId;
  readonly log: Log;
  /** How long a conversation may be held without a commit by a process that is alive; 10 s when absent. */
  readonly leaseMs?: number;
  /** After this long a delivery in flight counts as lost, even if its sender is alive; longer than any send may take. */
  readonly sendingMs?: number;
  /** How long after its claim a delivery whose sender died holds its lane; LATE_MS when absent. */
  readonly lateMs?: number;
  /** How often this process says that it is alive; 1 s when absent. */
  readonly beatMs?: number;
  /** After this long in silence a process counts as dead: others take over what it had; 5 s when absent. */
  readonly silentMs?: number;
}

/** A store that any number of processes share. */
export interface SharedStore extends Store {
  /** The key of this name that all processes have in common; made by the first of them. */
  sharedKey(name: string, make: () => Buffer): Promise<Buffer>;
}

/** Opens the store on a PostgreSQL, 15 or newer; the schema is made or brought up to date. Throws STORE_UNAVAILABLE. */
export async function openPostgres(options: PostgresOptions): Promise<SharedStore> {
  const { url, newId, log, leaseMs = 10_000, sendingMs = 120_000, lateMs = LATE_MS } = options;
  const { beatMs = 1_000, silentMs = 5_000 } = options;
  const worker = newId();
  const line = await firstMeeting(url, () => createPartyLine({ url, worker, beatMs, silentMs, log }));
  const doubts: (() => void)[] = [];
  const db = openDatabase(url, () => {
    for (const doubt of doubts) doubt();
  });
  const leases = holdLeases(db, { worker, leaseMs });
  const deliveries = holdDeliveries(db, { worker, sendingMs, lateMs });
  doubts.push(leases.doubt, deliveries.doubt);
  return {
    ...postgresStore({ db, line, leases, deliveries }),
    sharedKey: (name, make) => sharedKey(db, name, make),
  };
}

async function firstMeeting(url: string, meet: () => Promise<PartyLine>): Promise<PartyLine> {
  try {
    await migratePostgres(url);
    return await meet();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      "STORE_UNAVAILABLE",
      `The database ${placeOf(url)} cannot be used: ${reasonOf(error)}. Check that it runs, and DATABASE_URL.`,
      error,
    );
  }
}

/** The address without the password, and without the rest that may hold one. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : "no reason given";
}
