import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.ts";

export interface RunningServer {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly output: () => string;
  /** Sends a signal and resolves to the exit code (null when killed). */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), "ansim-test-"));

/** Environment of a server under test: nothing of the tester's own settings. */
export const serverEnv = (folder: string, settings: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  PORT: "0",
  DATA_DIR: folder,
  DESK_PASSWORD: "desk-password-1",
  // Who tests the time in which replies can be taken back sets it.
  REPLY_UNDO_SECONDS: "0",
  ...settings,
});

/**
 * Starts the real program, as `npm start` does, and waits until it prints its address. `command` names another entry point
 * (beside those of src/) that prints it, with its arguments.
 */
export async function spawnServer(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  command: readonly string[] = ["main"],
): Promise<RunningServer> {
  const child = spawn(process.execPath, ["scripts/run.mjs", ...command], {
    cwd: projectRoot,
    env: serverEnv(folder, settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const address = await new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /Customer page\s+(http:\S+?)\/\s/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before it served:\n${output}`)));
  });
  return {
    address,
    child,
    output: () => output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
