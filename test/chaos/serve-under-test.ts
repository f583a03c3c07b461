import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres, type TestServer } from "../setup/start-postgres.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import { type Fleet, startFleet } from "./fleet.ts";

/** The real servers of a run with their database. */
export interface UnderTest {
  readonly fleet: Fleet;
  /** Absent on SQLite. */
  readonly restartDatabase?: () => Promise<void>;
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

async function startDatabase(): Promise<TestServer> {
  const programs = obtainPostgres();
  if (typeof programs === "string") throw new Error(`No PostgreSQL: ${programs}.`);
  return startPostgres(programs);
}
