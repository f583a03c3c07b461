import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import { openDriver } from "../../src/store/open-driver.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { onMachineTime } from "./machine-clock.ts";

const KILLED_AFTER_MS = [13, 89, 41, 167, 5, 233, 61];

interface Promised {
  readonly accepted: { readonly conversation: string; readonly key: string; readonly seq: number }[];
  readonly committed: { readonly conversation: string; readonly seq: number }[];
  readonly sent: number[];
}

describe("a store whose process is killed while it writes", () => {
  let child: string;
  let folder: string;
  beforeAll(async () => {
    const build: { ensureBuilt(): string | Promise<string> } = await import(
      new URL("../../scripts/build.mjs", import.meta.url).href
    );
    child = join(await build.ensureBuilt(), "test", "faults", "store-child.js");
    folder = await mkdtemp(join(tmpdir(), "ansim-kill-"));
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(`loses and tears nothing in ${KILLED_AFTER_MS.length} kills, and keeps other processes out while it lives`, async () => {
    const promised: Promised = { accepted: [], committed: [], sent: [] };
    for (const [run, afterMs] of KILLED_AFTER_MS.entries()) {
      const lines = await runAndKill(child, [folder, `r${run}`], afterMs, async () => {
        await expect(openSqlite({ folder, clock: onMachineTime })).rejects.toMatchObject({
          code: "DATA_FOLDER_IN_USE",
        });
      });
      for (const line of lines) note(promised, line);
      expect(await lost(folder, promised)).toEqual({ arrivals: [], answers: [], sent: [] });
      expect(await torn(folder)).toEqual([]);
    }
    expect(promised.accepted.length).toBeGreaterThan(50);
    expect(promised.committed.length).toBeGreaterThan(20);
    expect(promised.sent.length).toBeGreaterThan(5);
  }, 60_000);
});

/** Returns the whole lines that the process wrote before it was killed. */
async function runAndKill(
  script: string,
  args: readonly string[],
  afterMs: number,
  whileRunning: () => Promise<void>,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    out += part;
  });
  try {
    while (!out.includes("ready\n") && child.exitCode === null) await pause(2);
    await whileRunning();
    await pause(afterMs);
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill("SIGKILL");
    await closed;
  }
  return out.split("\n").slice(0, -1);
}

function note(promised: Promised, line: string): void {
  const [what, first = "", second = "", third = ""] = line.split(" ");
  if (what === "accepted") promised.accepted.push({ conversation: first, key: second, seq: Number(third) });
  if (what === "committed") promised.committed.push({ conversation: first, seq: Number(second) });
  if (what === "sent") promised.sent.push(Number(first));
}

/** What was promised and is not there after the store was opened again. */
async function lost(folder: string, promised: Promised) {
  const store = await openSqlite({ folder, clock: onMachineTime, lateMs: 0 });
  const texts = new Map<string, Map<number, string>>();
  for (const id of new Set(promised.accepted.map(({ conversation }) => conversation))) {
    const words = (await store.entries(conversationId(id), 0)).map(
      ({ seq, body }) =>
        [seq, body.kind === "bot" ? body.said.text : body.kind === "customer" ? body.text : ""] as const,
    );
    texts.set(id, new Map(words));
  }
  await store.close();
  const db = await openDriver(join(folder, "ansim.db"));
  const sent = new Set(db.all("SELECT id FROM outbox WHERE state = 'sent'").map((row) => Reflect.get(row, "id")));
  db.close();
  const answers = new Map([...texts].map(([id, words]) => [id, new Set(words.values())]));
  return {
    arrivals: promised.accepted.filter(({ conversation, key, seq }) => texts.get(conversation)?.get(seq) !== key),
    answers: promised.committed.filter(({ conversation, seq }) => !answers.get(conversation)?.has(`answer to ${seq}`)),
    sent: promised.sent.filter((id) => !sent.has(id)),
  };
}

/** Conversations whose log, state, inbox, turns and outbox do not tell the same story. */
async function torn(folder: string): Promise<readonly object[]> {
  const db = await openDriver(join(folder, "ansim.db"));
  const rows = db.all(`
    SELECT * FROM (SELECT id,
      coalesce(json_extract(state, '$.unclear'), 0) AS turns,
      (SELECT count(*) FROM turn t WHERE t.conversation = c.id) AS records,
      (SELECT count(*) FROM arrival a WHERE a.conversation = c.id AND handled = 1) AS handled,
      (SELECT count(*) FROM outbox o WHERE o.conversation = c.id) AS deliveries,
      (SELECT count(*) FROM entry e WHERE e.conversation = c.id AND json_extract(body, '$.kind') = 'bot') AS answers,
      (SELECT count(DISTINCT json_extract(body, '$.said.text')) FROM entry e
        WHERE e.conversation = c.id AND json_extract(body, '$.kind') = 'bot') AS different_answers,
      (SELECT count(*) FROM arrival a WHERE a.conversation = c.id) AS arrivals,
      (SELECT count(*) FROM entry e WHERE e.conversation = c.id AND json_extract(body, '$.kind') = 'customer') AS said,
      next_seq - 1 AS last_seq,
      (SELECT max(seq) FROM entry e WHERE e.conversation = c.id) AS highest
      FROM conversation c)
    WHERE NOT (turns = records AND turns = handled AND turns = deliveries AND turns = answers
      AND turns = different_answers AND arrivals = said AND last_seq = arrivals + answers AND last_seq = highest)`);
  db.close();
  return rows;
}
