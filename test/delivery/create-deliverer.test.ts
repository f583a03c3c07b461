import { describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import { arrival, converse, mustLease, turn } from "../contract/store-fixtures.ts";
import { startDelivering } from "./start-delivering.ts";

const c1 = conversationId("c1");

describe("the deliverer", () => {
  it("sends in the order said", async () => {
    const { store, run, customer } = await startDelivering();
    await converse(store, "c1", "m1", ["1a", "1b", "1c"]);
    await run();
    expect(customer.seen).toEqual(["1a", "1b", "1c"]);
    expect(await store.undelivered(c1)).toEqual([]);
  });

  it("tries again when the far end asks to, and keeps the order meanwhile", async () => {
    const { store, run, customer } = await startDelivering();
    await converse(store, "c1", "m1", ["1a", "1b"]);
    customer.endings.push({ kind: "later", afterMs: 0 });
    await run();
    expect(customer.seen).toEqual(["1a", "1a", "1b"]);
  });

  it("does not let a far end that hangs hold up others, of its own target or of another", async () => {
    const { store, takeUp, customer, staff } = await startDelivering();
    customer.endings.push("hangs");
    await converse(store, "c1", "m1", ["1a", "1b"]);
    await takeUp();
    await converse(store, "c2", "m2", ["2a"]);
    const { seq } = await store.accept(arrival("c3", "m3"));
    const news = { kind: "case-changed", case: "k1" } as never;
    await store.commit(await mustLease(store), turn(seq, [], { deliveries: [{ target: "desk", news }] }));
    await takeUp();
    expect([customer.seen, staff.seen]).toEqual([["1a", "2a"], ["case-changed"]]);
  });

  it("sends nothing of a claim that it slept over: others may have sent it, and more", async () => {
    const { store, takeUp, run, customer, standStill } = await startDelivering();
    await converse(store, "c1", "m1", ["1a", "1b"]);
    standStill(2_001);
    await takeUp();
    expect(customer.seen).toEqual([]);
    await run();
    expect(customer.seen).toEqual(["1a", "1b"]);
    standStill(2_000);
    await converse(store, "c1", "m2", ["1c"]);
    await takeUp();
    expect(customer.seen).toEqual(["1a", "1b", "1c"]);
  });

  it("has no more in flight for a target than it takes at once", async () => {
    const { store, takeUp, customer } = await startDelivering({ budget: { atOnce: 2 } });
    customer.endings.push("hangs", "hangs", "hangs");
    for (const c of ["c1", "c2", "c3"]) await converse(store, c, c, [c]);
    await takeUp();
    await takeUp();
    expect(customer.seen).toEqual(["c1", "c2"]);
  });

  it("keeps to the budget, and wants to be woken when it has the next token", async () => {
    const { store, run, customer, wakes, clock } = await startDelivering({ budget: { perSecond: 4, burst: 1 } });
    for (const c of ["c1", "c2", "c3"]) await converse(store, c, c, [c]);
    await run();
    expect(customer.seen).toEqual(["c1"]);
    expect(wakes).toContain(250);
    clock.advance(250);
    await run();
    expect(customer.seen).toEqual(["c1", "c2"]);
  });

  it("lets nothing go to a target that asked everybody to wait", async () => {
    const { store, run, customer, clock } = await startDelivering({ budget: { atOnce: 1 } });
    customer.endings.push({ kind: "later", afterMs: 2_000, holds: "target" });
    for (const c of ["c1", "c2"]) await converse(store, c, c, [c]);
    await run();
    expect(customer.seen).toEqual(["c1"]);
    clock.advance(2_000);
    await run();
    expect(customer.seen).toEqual(["c1", "c1", "c2"]);
  });

  it("leaves words alone that nobody can push", async () => {
    const { store, run, customer } = await startDelivering({ push: "none" });
    await converse(store, "c1", "m1", ["1a"]);
    await run();
    expect(customer.seen).toEqual([]);
    expect(await store.collect(c1, 10)).toHaveLength(1);
  });

  it("parks what could not be sent for half an hour, and brings it back when the target takes something again", async () => {
    const { store, run, customer, clock } = await startDelivering();
    await converse(store, "c1", "m1", ["1a"]);
    customer.endings.push({ kind: "later", afterMs: 0 }, { kind: "later", afterMs: 1_800_000 });
    await run();
    expect(await store.undelivered(c1)).toMatchObject([{ state: "waiting" }]);
    customer.endings.push({ kind: "later", afterMs: 0 });
    clock.advance(1_800_000);
    await run();
    expect(await store.undelivered(c1)).toMatchObject([{ state: "parked", why: "tried-too-long" }]);
    await converse(store, "c2", "m2", ["2a"]);
    await run();
    expect(customer.seen).toEqual(["1a", "1a", "1a", "2a", "1a"]);
    expect(await store.undelivered(c1)).toEqual([]);
  });

  it("keeps what a far end parks until somebody says so", async () => {
    const { store, run, customer, clock } = await startDelivering();
    await converse(store, "c1", "m1", ["1a", "1b"]);
    customer.endings.push({ kind: "parked", why: "blocked" });
    await run();
    await converse(store, "c2", "m2", ["2a"]);
    clock.advance(86_400_000);
    await run();
    expect(customer.seen).toEqual(["1a", "2a"]);
    await store.unpark({ conversation: c1 });
    await run();
    expect(customer.seen).toEqual(["1a", "2a", "1a", "1b"]);
  });
});
