import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openDriver } from "../../src/store/open-driver.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres, type TestServer } from "../setup/start-postgres.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import { type Fleet, startFleet } from "./fleet.ts";

/** The real servers of a run with their database. */
export interface UnderTest {
  readonly fleet: Fleet;
  /** Absent on SQLite. */
  readonly restartDatabase?: () => Promise<void>;
  /** Ends the servers; resolves to the number of deliveries that the store keeps as unknown, for staff to see. */
  endServers(): Promise<number>;
  /** Ends everything and removes its data. */
  stop(): Promise<void>;
}

/** How long the database is away at each restart. */
const AWAY_MS = 300;

/** Starts the database and the servers. `more` are settings that all of them get. */
export async function serveUnderTest(
  options: ChaosOptions,
  main: string,
  more: Readonly<Record<string, string>> = {},
): Promise<UnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "ansim-chaos-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const database = options.store === "postgres" ? await startDatabase() : undefined;
  const stopRest = async (): Promise<void> => {
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const fleet = await startFleet({
      main,
      workers: options.workers,
      settings: (index, port) => ({
        PORT: String(port),
        DATA_DIR: join(folder, `data-${index}`),
        DESK_PASSWORD: "desk-password-1",
        LOG_LEVEL: "error",
        ...(database === undefined ? {} : { DATABASE_URL: database.url }),
        ...more,
      }),
    });
    return {
      fleet,
      ...(database === undefined ? {} : { restartDatabase: () => database.restart(AWAY_MS) }),
      endServers: async () => {
        await fleet.stop();
        return countUnknown(database?.url ?? join(folder, "data-0", "ansim.db"));
      },
      stop: async () => {
        await fleet.stop();
        await stopRest();
      },
    };
  } catch (error) {
    await stopRest();
    throw error;
  }
}

/** A PostgreSQL that is used for this run only. */
export async function startDatabase(): Promise<TestServer> {
  const programs = obtainPostgres();
  if (typeof programs === "string") throw new Error(`No PostgreSQL: ${programs}.`);
  return startPostgres(programs);
}

const UNKNOWN = "SELECT count(*) AS found FROM outbox WHERE state = 'unknown'";

async function countUnknown(place: string): Promise<number> {
  if (!place.startsWith("postgres:")) {
    const db = await openDriver(place);
    const [row] = db.all(UNKNOWN);
    db.close();
    return Number(Reflect.get(row ?? {}, "found"));
  }
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  const { rows } = await client.query(UNKNOWN);
  await client.end();
  return Number(rows[0].found);
}
