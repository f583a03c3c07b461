import { describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import { DOUBT_PATIENCE_MS } from "../../src/delivery/attempt-delivery.ts";
import { arrival, claimAll, converse, mustLease, SENDING_MS, turn } from "../contract/store-fixtures.ts";
import { type DeliveringOptions, startDelivering } from "./start-delivering.ts";

const c1 = conversationId("c1");

async function withTwoWords(inDoubt: NonNullable<DeliveringOptions["inDoubt"]>) {
  const on = await startDelivering({ inDoubt });
  await converse(on.store, "c1", "m1", ["1a", "1b"]);
  return on;
}

describe("what may have arrived, where nobody can be asked", () => {
  it.each([{ kind: "unknown" } as const, "throws" as const])("is never repeated, and shown: %j", async (ending) => {
    const { store, run, customer, clock } = await withTwoWords("leave");
    customer.endings.push(ending);
    await run();
    clock.advance(DOUBT_PATIENCE_MS);
    await run();
    expect(customer.seen).toEqual(["1a", "1b"]);
    expect(await store.undelivered(c1)).toMatchObject([{ seq: 2, state: "unknown" }]);
  });

  it("is not repeated either when its sender died", async () => {
    const { store, run, customer, clock } = await withTwoWords("leave");
    await claimAll(store);
    clock.advance(2 * SENDING_MS);
    await run();
    expect(customer.seen).toEqual(["1b"]);
    expect(await store.undelivered(c1)).toMatchObject([{ seq: 2, state: "unknown" }]);
  });

  it("is sent again when a person wants it, once", async () => {
    const { store, run, customer } = await withTwoWords("leave");
    customer.endings.push({ kind: "unknown" });
    await run();
    customer.endings.push({ kind: "unknown" });
    const { seq } = await store.accept(arrival("c1", "m2"));
    await store.commit(await mustLease(store), turn(seq, [], { again: [2] }));
    await run();
    expect(customer.seen).toEqual(["1a", "1b", "1a"]);
    expect(await store.undelivered(c1)).toMatchObject([{ seq: 2, state: "unknown" }]);
  });
});

describe("what may have arrived, where the receiver drops what it has", () => {
  it("is sent again, in order", async () => {
    const { run, customer, clock } = await withTwoWords("repeat");
    customer.endings.push({ kind: "unknown" });
    await run();
    expect(customer.seen).toEqual(["1a"]);
    clock.advance(1_000);
    await run();
    expect(customer.seen).toEqual(["1a", "1a", "1b"]);
  });
});

describe("what may have arrived, where the far end can be asked", () => {
  it("is not sent again when it is there", async () => {
    const { store, run, customer, clock } = await withTwoWords("ask");
    customer.endings.push({ kind: "unknown" });
    customer.looks.push({ kind: "arrived", farId: "f1" });
    await run();
    expect(customer.seen).toEqual(["1a"]);
    clock.advance(1_000);
    await run();
    expect(customer.seen).toEqual(["1a", "ask 1a", "1b"]);
    expect(await store.undelivered(c1)).toEqual([]);
  });

  it("is sent again when it is not there", async () => {
    const { run, customer, clock } = await withTwoWords("ask");
    customer.endings.push({ kind: "unknown" });
    customer.looks.push({ kind: "absent" });
    await run();
    clock.advance(1_000);
    await run();
    expect(customer.seen).toEqual(["1a", "ask 1a", "1a", "1b"]);
  });

  it("is asked for first when its sender died", async () => {
    const { store, run, customer, clock } = await withTwoWords("ask");
    await claimAll(store);
    clock.advance(2 * SENDING_MS);
    customer.looks.push({ kind: "arrived" });
    await run();
    expect(customer.seen).toEqual(["ask 1a", "1b"]);
  });

  it("is asked for again after an attempt that certainly did not go", async () => {
    const { run, customer, clock } = await withTwoWords("ask");
    customer.endings.push({ kind: "unknown" }, { kind: "later", afterMs: 0 });
    customer.looks.push({ kind: "absent" }, { kind: "arrived" });
    await run();
    clock.advance(1_000);
    await run();
    expect(customer.seen).toEqual(["1a", "ask 1a", "1a", "ask 1a", "1b"]);
  });

  it("holds its lane while nobody answers, then stays unknown, and what comes after it goes on", async () => {
    const { store, run, customer, clock } = await withTwoWords("ask");
    customer.endings.push({ kind: "unknown" });
    await run();
    for (let waited = 0; waited < DOUBT_PATIENCE_MS; waited += 10_000) {
      expect(await store.undelivered(c1)).toMatchObject([{ state: "waiting" }, { state: "waiting" }]);
      clock.advance(10_000);
      await run();
    }
    expect(customer.seen.filter((words) => !words.startsWith("ask"))).toEqual(["1a", "1b"]);
    expect(await store.undelivered(c1)).toMatchObject([{ seq: 2, state: "unknown" }]);
  });
});
