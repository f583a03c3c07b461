/** A process that sets timers and lets them fire until it is killed, and says on stdout which ones it was promised. */
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Lease } from "../../src/ports/store.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { onMachineTime } from "./machine-clock.ts";

/** A folder or the address of a PostgreSQL. */
const [where = "", run = ""] = process.argv.slice(2);
const DUE_AFTER_MS = 15;

// Written at once, so that no promise is lost in a buffer when the process is killed.
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(" ")}\n`);

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const store = where.startsWith("postgres:")
  ? await openPostgres({ url: where, newId: () => run, log, beatMs: 100, silentMs: 600 })
  : await openSqlite({ folder: where, clock: onMachineTime });
say("ready");

/** One new conversation after the other. */
async function speak(lane: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const name = `${run}-${lane}-${n}`;
    const activity = { kind: "said", text: name, masked: 0 } as const;
    await store.accept({ conversation: conversationId(name), channel: "web-chat", dedupeKey: name, activity });
  }
}

async function work(): Promise<never> {
  for (;;) {
    const lease = await store.lease();
    if (lease === undefined) await pause(1);
    else await handle(lease);
  }
}

/** A message sets a timer; a timer that has come due is noted in the state. */
async function handle(lease: Lease): Promise<void> {
  let state = lease.state ?? newConversation("ko");
  for (const { seq, activity } of lease.pending) {
    const due = activity.kind === "due";
    state = { ...state, unclear: state.unclear + (due ? 1 : 0) };
    const timers = due ? [] : [{ kind: "set", timer: "resolve", afterMs: DUE_AFTER_MS } as const];
    const record = { outcome: "ignored", contentHash: "hash", basis: [] } as const;
    const result = await store.commit(lease, { handled: seq, state, log: [], deliveries: [], record, timers });
    if (result === "fenced") return;
    if (!due) say("set", lease.conversation);
  }
  await store.release(lease);
}

async function fire(): Promise<never> {
  for (;;) {
    if ((await store.fireTimers(10)) === 0) await pause(2);
  }
}

await Promise.all([speak(1), speak(2), work(), work(), fire()]);
