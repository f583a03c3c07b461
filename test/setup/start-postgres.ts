import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Programs } from "./obtain-postgres.ts";

/** PostgreSQL refuses to run as root: `nobody` does it then. */
const NOBODY = 65_534;
const PATIENCE_MS = 30_000;

export interface TestServer {
  /** Address of a database that holds nothing; make a schema for each test. */
  readonly url: string;
  readonly port: number;
  /** Ends the server at once, as a crash does, and starts it again after `awayMs`. */
  restart(awayMs?: number): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

/** A PostgreSQL of our own on a free port of this machine only, durable as in earnest (fsync). */
export async function startPostgres(programs: Programs): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "ansim-postgres-"));
  const asNobody = process.getuid?.() === 0;
  const who = asNobody ? { uid: NOBODY, gid: NOBODY } : {};
  if (asNobody) {
    chmodSync(folder, 0o755);
    chownSync(folder, NOBODY, NOBODY);
  }
  const bin = binOf(programs, folder, asNobody);
  const data = join(folder, "data");
  const env = { PATH: process.env.PATH, LC_ALL: "C" };
  const init = ["-D", data, "-U", "ansim", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  const made = spawnSync(join(bin, "initdb"), init, { ...who, env, cwd: folder, encoding: "utf8" });
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  }
  const port = await freePort();
  const args = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = spawn(join(bin, "postgres"), [...args, "-c", "max_connections=200"], {
      ...who,
      env,
      cwd: folder,
      stdio: ["ignore", "ignore", "ignore"],
    });
    await untilReady(port, server);
  };
  // Never outlives the tests, even if they are cut short.
  process.once("exit", () => server?.kill("SIGQUIT"));
  const end = async (): Promise<void> => {
    const ending = server;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill("SIGQUIT");
    await ended;
  };
  await start();
  return {
    url: `postgres://ansim@127.0.0.1:${port}/postgres`,
    port,
    restart: async (awayMs = 0) => {
      await end();
      await pause(awayMs);
      await start();
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where `nobody` can reach the programs: our own folder may be closed to others. */
function binOf({ folder: programs, origin }: Programs, folder: string, asNobody: boolean): string {
  if (origin === "machine" || !asNobody) return join(programs, "bin");
  const copy = join(folder, "native");
  if (!existsSync(copy)) cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });

async function untilReady(port: number, server: ChildProcess): Promise<void> {
  const { default: pg } = await import("pg");
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (server.exitCode !== null) throw new Error(`The PostgreSQL of the tests ended with ${server.exitCode}.`);
    const client = new pg.Client({ host: "127.0.0.1", port, user: "ansim", database: "postgres" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error("The PostgreSQL of the tests did not start.");
}
