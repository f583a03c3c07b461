import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** Servers have this core for themselves, as far as other programs let them. */
const SERVER_CORE = "0";
const CLIENT_CORE = "1";

/** False where there is one core only, or no taskset: then both sides share what there is. */
export const canPin = availableParallelism() > 1 && spawnSync("taskset", ["-V"]).status === 0;

export function pinClient(): void {
  if (canPin) spawnSync("taskset", ["-a", "-p", "-c", CLIENT_CORE, String(process.pid)], { stdio: "ignore" });
}

export interface Pinned {
  /** Without a slash at the end. */
  readonly url: string;
  /** Processor time that the server has used so far, in milliseconds. */
  readonly cpuMs: () => number;
  readonly end: () => Promise<void>;
}

/** Starts a server on its core, and waits until it prints an address. */
export async function startPinned(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Pinned> {
  const command = canPin ? ["taskset", "-c", SERVER_CORE, process.execPath, ...args] : [process.execPath, ...args];
  const child = spawn(command[0] ?? "", command.slice(1), { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  process.once("exit", () => child.kill("SIGKILL"));
  return {
    url: await addressOf(child),
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    end: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const take = (chunk: Buffer): void => {
      output = `${output}${chunk.toString()}`.slice(-10_000);
      const found = /(?:Customer page|Serving)\s+(http:\S+?)\/\s/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it served:\n${output}`)));
  });
}

/** The kernel counts in hundredths of a second. */
const MS_PER_TICK = 10;

/** User and system time of all threads; taskset becomes the server, so the process id is its own. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
