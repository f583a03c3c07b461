/** A process that works on a store until it is killed, and says on stdout what it was promised. */
import { writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Log } from "../../src/ports/log.ts";
import type { Lease } from "../../src/ports/store.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { openPostgres } from "../../src/store/postgres/open-postgres.ts";
import { wants } from "../contract/store-fixtures.ts";
import { onMachineTime } from "./machine-clock.ts";

/** A folder or the address of a PostgreSQL. */
const [where = "", run = ""] = process.argv.slice(2);
const CONVERSATIONS = ["c0", "c1", "c2", "c3"].map(conversationId);

// Written at once, so that no promise is lost in a buffer when the process is killed.
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(" ")}\n`);

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const shared = where.startsWith("postgres:");
const store = shared
  ? await insist(() => openPostgres({ url: where, newId: () => run, log, beatMs: 100, silentMs: 600, lateMs: 0 }))
  : await openSqlite({ folder: where, clock: onMachineTime, lateMs: 0 });
say("ready");

/** What the database refuses while it is away is asked for again. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await pause(20);
    }
  }
}

async function speak(conversation: (typeof CONVERSATIONS)[number]): Promise<never> {
  for (let i = 0; ; i += 1) {
    const dedupeKey = `${run}-${conversation}-${i}`;
    const activity = { kind: "said", text: dedupeKey, masked: 0 } as const;
    const { seq } = await insist(() => store.accept({ conversation, channel: "web-chat", dedupeKey, activity }));
    say("accepted", conversation, dedupeKey, seq);
  }
}

async function answer(): Promise<never> {
  for (;;) {
    const lease = await insist(() => store.lease());
    if (lease === undefined) await pause(1);
    else await answerUnder(lease).catch(() => store.release(lease).catch(() => undefined));
  }
}

async function answerUnder(lease: Lease): Promise<void> {
  let state = lease.state ?? newConversation("ko");
  for (const { seq } of lease.pending) {
    // Counts the turns, so that state, log and outbox can be held against each other.
    state = { ...state, unclear: state.unclear + 1 };
    const text = `answer to ${seq}`;
    const result = await store.commit(lease, {
      handled: seq,
      state,
      log: [{ kind: "bot", said: { key: "test", text, sources: [], buttons: [] } }],
      deliveries: [{ target: "channel", entry: 0 }],
      record: { outcome: "answered", contentHash: "hash", basis: [] },
    });
    if (result === "fenced") return;
    say("committed", lease.conversation, seq);
  }
  await store.release(lease);
}

async function deliver(): Promise<never> {
  for (;;) {
    const due = await insist(() => store.claimDeliveries(wants(8)));
    if (due.length === 0) await pause(1);
    for (const attempt of due) {
      if (shared && attempt.doubt !== undefined) {
        // As a far end that can neither be asked nor drops what it has.
        await insist(() => store.settleDelivery(attempt, { kind: "unknown" }));
        continue;
      }
      say("sending", attempt.id);
      await insist(() => store.settleDelivery(attempt, { kind: "sent" }));
      say("sent", attempt.id);
    }
  }
}

await Promise.all([...CONVERSATIONS.map(speak), answer(), answer(), deliver()]);
