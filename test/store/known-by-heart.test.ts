import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { Store } from "../../src/ports/store.ts";
import { createLeases } from "../../src/store/create-leases.ts";
import { MOST_IN_MEMORY, MOST_TALKS } from "../../src/store/create-talks.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openDriver } from "../../src/store/open-driver.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { sqliteStore } from "../../src/store/sqlite-store.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { arrival, converse, LEASE_MS, mustLease, SENDING_MS, turn, wordsOf } from "../contract/store-fixtures.ts";

const clock = manualClock();
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ansim-heart-"));
  store = await openSqlite({ folder, clock });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** Answers all that waits; returns the words in the order of handling. */
async function answerAll(): Promise<readonly string[]> {
  const handled: string[] = [];
  for (let lease = await store.lease(); lease !== undefined; lease = await store.lease()) {
    for (const { seq, activity } of lease.pending) {
      if (activity.kind === "said") handled.push(`${lease.conversation} ${activity.text}`);
      expect(await store.commit(lease, turn(seq))).toBe("committed");
    }
    await store.release(lease);
  }
  return handled;
}

it("handles each once and in order when more waits than is kept in memory", async () => {
  const conversations = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const rounds = Math.ceil((2 * MOST_IN_MEMORY) / conversations.length);
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(conversations.map((c) => store.accept(arrival(c, `${c}-${round}`))));
  }
  const handled = await answerAll();
  expect(handled).toHaveLength(rounds * conversations.length);
  for (const c of conversations) {
    const own = handled.filter((words) => words.startsWith(`${c} `));
    expect(own).toEqual(Array.from({ length: rounds }, (_, round) => `${c} ${c}-${round}`));
  }
});

it("handles what a process before it left behind, before what comes after it", async () => {
  for (const key of ["m1", "m2"]) await store.accept(arrival("c1", key));
  await store.close();
  store = await openSqlite({ folder, clock });
  await store.accept(arrival("c1", "m3"));
  expect(await answerAll()).toEqual(["c1 m1", "c1 m2", "c1 m3"]);
});

it("still knows a conversation that many others have pushed out of memory", async () => {
  const state = { ...newConversation("en"), greeted: true };
  await store.accept(arrival("c1", "m1"));
  const lease = await mustLease(store);
  await store.commit(lease, turn(1, ["답"], { state }));
  await store.release(lease);
  const others = Array.from({ length: MOST_TALKS + 10 }, (_, i) => `other-${i}`);
  await Promise.all(others.map((c) => store.accept(arrival(c, c))));
  await answerAll();
  expect(await store.accept(arrival("c1", "m2"))).toEqual({ kind: "accepted", seq: 3 });
  expect(await mustLease(store)).toMatchObject({ conversation: "c1", state, pending: [{ seq: 3 }] });
});

it("forgets what did not come to disk: the turn on it is fenced out, and the next message finds its place", async () => {
  const db = await openDriver(":memory:");
  migrate(db, clock.now());
  let full = false;
  const commit = async (): Promise<void> => {
    if (full) throw new Error("database or disk is full");
    await db.commit();
  };
  const leases = createLeases(1, LEASE_MS);
  const parts = { db: { ...db, commit }, clock, leases, sendingMs: SENDING_MS, lateMs: 0, lock: undefined };
  const on = sqliteStore(parts);
  await converse(on, "c1", "m1", ["답"]);
  full = true;
  const refused = on.accept(arrival("c1", "m2"));
  const early = new Promise((resolve) => on.onWork((kind) => kind === "arrival" && resolve(on.lease())));
  await expect(refused).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  full = false;
  const lease = (await early) as Awaited<ReturnType<Store["lease"]>>;
  expect(lease?.pending).toMatchObject([{ seq: 3 }]);
  expect(await on.accept(arrival("c1", "m3"))).toEqual({ kind: "accepted", seq: 3 });
  if (lease !== undefined) expect(await on.commit(lease, turn(3, ["답"]))).toBe("fenced");
  const log = await on.entries(conversationId("c1"), 0);
  expect(log.map(({ seq, body }) => [seq, wordsOf(body)])).toEqual([
    [1, "m1"],
    [2, "답"],
    [3, "m3"],
  ]);
  await on.close();
});
