import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Store } from "../../src/ports/store.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { turn } from "../contract/store-fixtures.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres, type TestServer } from "../setup/start-postgres.ts";
import { onMachineTime } from "./machine-clock.ts";

const KILLED_AFTER_MS = [160, 230, 135, 310, 190, 260];
const SETTLE_MS = 50;
const programs = obtainPostgres();

let child: string;
beforeAll(async () => {
  const build: { ensureBuilt(): string } = await import(new URL("../../scripts/build.mjs", import.meta.url).href);
  child = join(build.ensureBuilt(), "test", "faults", "timer-child.js");
}, 120_000);

/** Starts a process, and kills it a while after it is ready; resolves to the conversations whose timer it was promised. */
async function runAndKill(where: string, run: string, afterMs: number): Promise<readonly string[]> {
  const running = spawn(process.execPath, [child, where, run], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(running, "close");
  let out = "";
  running.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  while (!out.includes("ready\n") && running.exitCode === null) await pause(2);
  await pause(afterMs);
  expect(running.exitCode).toBeNull();
  running.kill("SIGKILL");
  await closed;
  const lines = out.split("\n").slice(0, -1);
  return lines.flatMap((line) => (line.startsWith("set ") ? [line.slice(4)] : []));
}

/** Handles all that is left, as the processes did. */
async function finish(store: Store): Promise<void> {
  await pause(SETTLE_MS);
  for (;;) {
    const fired = await store.fireTimers(100);
    const lease = await store.lease();
    if (lease === undefined && fired === 0) return;
    if (lease === undefined) continue;
    let state = lease.state ?? newConversation("ko");
    for (const { seq, activity } of lease.pending) {
      const due = activity.kind === "due";
      state = { ...state, unclear: state.unclear + (due ? 1 : 0) };
      const timers = due ? [] : [{ kind: "set", timer: "resolve", afterMs: 0 } as const];
      await store.commit(lease, turn(seq, [], { state, timers }));
    }
    await store.release(lease);
  }
}

/** How often each timer that was promised has come due: once, whatever was killed between setting and firing. */
async function expectOnce(store: Store, promised: readonly string[]): Promise<void> {
  const counts = await Promise.all(
    promised.map(async (name) => [name, (await store.conversation(conversationId(name)))?.state?.unclear] as const),
  );
  expect(counts.filter(([, times]) => times !== 1)).toEqual([]);
  expect(promised.length).toBeGreaterThan(20);
}

describe("timers of processes that are killed", () => {
  it(`come due once each after ${KILLED_AFTER_MS.length} kills, on SQLite`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "ansim-timers-"));
    const promised: string[] = [];
    for (const [run, afterMs] of KILLED_AFTER_MS.entries()) {
      promised.push(...(await runAndKill(folder, `r${run}`, afterMs)));
    }
    const store = await openSqlite({ folder, clock: onMachineTime });
    await finish(store);
    await expectOnce(store, promised);
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.skipIf(typeof programs === "string")("several at a time on one PostgreSQL", () => {
    let database: TestServer;
    beforeAll(async () => {
      if (typeof programs !== "string") database = await startPostgres(programs);
    });
    afterAll(() => database?.stop());

    it("come due once each", async () => {
      const promised: string[] = [];
      for (let round = 0; round < 3; round += 1) {
        const runs = [300, 450, 600].map((afterMs, n) => runAndKill(database.url, `p${round}-${n}`, afterMs));
        promised.push(...(await Promise.all(runs)).flat());
      }
      const log = createKeptLog();
      const store = await openPostgres({ url: database.url, newId: () => "last", log, beatMs: 50, silentMs: 200 });
      // Until those that were killed are given up.
      await pause(500);
      await finish(store);
      await expectOnce(store, promised);
      await store.close();
    });
  });
});
