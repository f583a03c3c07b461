import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "../../src/project-root.ts";
import { startFlags } from "../faults/spawn-server.ts";

/** One server process that is started again whenever it ended. */
interface Worker {
  readonly index: number;
  child: ChildProcess | undefined;
  address: string | undefined;
  frozen: boolean;
}

export interface FleetParts {
  /** The compiled main program. */
  readonly main: string;
  readonly workers: number;
  /** Settings of one process; `port` is 0 at its first start and the same afterwards. */
  readonly settings: (index: number, port: number) => Readonly<Record<string, string>>;
}

/** The server processes of a run. */
export interface Fleet {
  readonly size: number;
  /** Addresses of those that serve. A frozen one counts: nobody outside can see that it is. */
  addresses(): readonly string[];
  /** Kills this one at once and starts it again. */
  kill(index: number): void;
  freeze(index: number, ms: number): Promise<void>;
  /** Those that serve and are not frozen. */
  up(): readonly number[];
  /** Processes that ended by themselves, with the end of what they printed. */
  readonly crashes: readonly string[];
  stop(): Promise<void>;
}

const KEPT_OUTPUT = 4_000;
const START_AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/** Starts all and waits until they serve. */
export async function startFleet(parts: FleetParts): Promise<Fleet> {
  const crashes: string[] = [];
  let stopping = false;
  const killed = new Set<ChildProcess>();
  const workers: Worker[] = Array.from({ length: parts.workers }, (_, index) => ({
    index,
    child: undefined,
    address: undefined,
    frozen: false,
  }));
  const ports = new Map<number, string>();

  const start = (worker: Worker): Promise<void> =>
    new Promise((resolve) => {
      const port = Number(ports.get(worker.index) ?? 0);
      const child = spawn(process.execPath, [...startFlags(), parts.main], {
        cwd: projectRoot,
        env: { PATH: process.env.PATH, ...parts.settings(worker.index, port) },
        stdio: ["ignore", "pipe", "pipe"],
      });
      worker.child = child;
      let output = "";
      let served = false;
      const take = (chunk: Buffer): void => {
        output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
        const found = /Customer page\s+(http:\S+?)\/\s/.exec(output)?.[1];
        if (found === undefined || worker.address !== undefined || worker.child !== child) return;
        served = true;
        worker.address = found;
        ports.set(worker.index, new URL(found).port);
        resolve();
      };
      child.stdout.on("data", take);
      child.stderr.on("data", take);
      child.once("exit", (code, signal) => {
        worker.address = undefined;
        worker.frozen = false;
        if (stopping) return resolve();
        // A start finds no database while that restarts; whoever supervises starts it again, as is done here.
        const away = !served && output.includes("STORE_UNAVAILABLE");
        if (!killed.delete(child) && !away) crashes.push(`exit ${code} ${signal}: ${output}`);
        void pause(START_AGAIN_MS).then(() => (stopping ? undefined : start(worker).then(resolve)));
      });
    });

  // Nothing outlives a run that is cut short.
  process.once("exit", () => {
    for (const { child } of workers) child?.kill("SIGKILL");
  });
  const allUp = Promise.all(workers.map(start));
  const late = pause(PATIENCE_MS, "late", { ref: false });
  const fleet: Fleet = {
    size: workers.length,
    addresses: () => workers.flatMap(({ address }) => address ?? []),
    up: () => workers.filter(({ address, frozen }) => address !== undefined && !frozen).map(({ index }) => index),
    kill: (index) => {
      const child = workers[index]?.child;
      if (child === undefined) return;
      killed.add(child);
      child.kill("SIGKILL");
    },
    freeze: async (index, ms) => {
      const worker = workers[index];
      const child = worker?.child;
      if (worker === undefined || child === undefined) return;
      worker.frozen = true;
      child.kill("SIGSTOP");
      await pause(ms);
      child.kill("SIGCONT");
      worker.frozen = false;
    },
    crashes,
    stop: async () => {
      stopping = true;
      await Promise.all(
        workers.map(async ({ child }) => {
          if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
          const ended = new Promise((resolve) => child.once("exit", resolve));
          child.kill("SIGCONT");
          child.kill("SIGKILL");
          await ended;
        }),
      );
    },
  };
  if ((await Promise.race([allUp, late])) === "late") {
    await fleet.stop();
    throw new Error(`the servers did not start:\n${crashes.join("\n")}`);
  }
  return fleet;
}
