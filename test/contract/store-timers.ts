import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId, conversationId } from "../../src/core/ids.ts";
import type { TimerChange } from "../../src/core/timer.ts";
import type { Store } from "../../src/ports/store.ts";
import { agent, arrival, caseOf, mustLease, type OpenStore, type StoreUnderTest, turn } from "./store-fixtures.ts";

const set = (afterMs: number, timer: "resolve" | "first-reply" = "resolve"): TimerChange => ({
  kind: "set",
  timer,
  afterMs,
});
const cancel: TimerChange = { kind: "cancel", timer: "resolve" };

/** Accepts a message and handles it with a turn that changes timers; returns the message's place. */
async function change(store: Store, conversation: string, key: string, timers: readonly TimerChange[]) {
  const { seq } = await store.accept(arrival(conversation, key));
  const lease = await mustLease(store);
  await store.commit(lease, turn(seq, [], { timers }));
  await store.release(lease);
  return seq;
}

/** What has fired and waits for its turn, in order. */
async function waiting(store: Store) {
  const lease = await mustLease(store);
  return lease.pending.map(({ seq, activity }) => [seq, activity] as const);
}

export function describeTimers(open: OpenStore): void {
  describe("timers", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("turns a timer into an arrival when it is due by the store's clock, once", async () => {
      const number = await change(on.store, "c1", "m1", [set(60_000)]);
      await on.clock.advance(59_999);
      expect(await on.store.fireTimers(10)).toBe(0);
      expect(await on.store.lease()).toBeUndefined();
      await on.clock.advance(1);
      expect(await on.store.fireTimers(10)).toBe(1);
      expect(await on.store.fireTimers(10)).toBe(0);
      expect(await waiting(on.store)).toEqual([[2, { kind: "due", timer: "resolve", number }]]);
    });

    it("keeps one timer of a name: the newest, under a new number", async () => {
      await change(on.store, "c1", "m1", [set(1_000)]);
      const number = await change(on.store, "c1", "m2", [set(9_000), set(5_000)]);
      await on.clock.advance(4_999);
      expect(await on.store.fireTimers(10)).toBe(0);
      await on.clock.advance(1);
      expect(await on.store.fireTimers(10)).toBe(1);
      expect(await waiting(on.store)).toEqual([[3, { kind: "due", timer: "resolve", number }]]);
    });

    it("forgets a timer that is cancelled, and one that is set and cancelled in one turn", async () => {
      await change(on.store, "c1", "m1", [set(1_000)]);
      await change(on.store, "c1", "m2", [cancel]);
      await change(on.store, "c2", "m3", [set(1_000), cancel]);
      await on.clock.advance(10_000);
      expect(await on.store.fireTimers(10)).toBe(0);
    });

    it("fires several timers of one conversation behind what waits there, in the order of their moments", async () => {
      await change(on.store, "c1", "m1", [set(2_000), set(1_000, "first-reply")]);
      await on.store.accept(arrival("c1", "m2"));
      await on.clock.advance(2_000);
      expect(await on.store.fireTimers(10)).toBe(2);
      expect((await waiting(on.store)).map(([seq, activity]) => [seq, Reflect.get(activity, "timer")])).toEqual([
        [2, undefined],
        [3, "first-reply"],
        [4, "resolve"],
      ]);
    });

    it("fires no more than asked for, the longest due first, and leaves nothing in the customer's log", async () => {
      for (const [index, name] of ["c1", "c2", "c3"].entries()) {
        await change(on.store, name, `m${index}`, [set(3_000 - index * 1_000)]);
      }
      await on.clock.advance(5_000);
      expect(await on.store.fireTimers(2)).toBe(2);
      expect([(await mustLease(on.store)).conversation, (await mustLease(on.store)).conversation]).toEqual([
        "c3",
        "c2",
      ]);
      expect(await on.store.fireTimers(2)).toBe(1);
      expect(await on.store.entries(conversationId("c1"), 0)).toHaveLength(1);
    });

    it("fires each timer once when several ask at the same moment", async () => {
      for (let n = 0; n < 20; n += 1) await change(on.store, `c${n}`, `m${n}`, [set(1_000)]);
      await on.clock.advance(1_000);
      const fired = await Promise.all(Array.from({ length: 5 }, () => on.store.fireTimers(20)));
      let sum = fired.reduce((all, some) => all + some, 0);
      // One that another had in hand at that moment is left to the next look.
      sum += await on.store.fireTimers(20);
      expect(sum).toBe(20);
      const leases = await Promise.all(Array.from({ length: 21 }, () => on.store.lease()));
      expect(leases.map((lease) => lease?.pending.length)).toEqual([...Array<number>(20).fill(1), undefined]);
    });

    it("sets nothing when the turn was fenced out", async () => {
      const { seq } = await on.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(on.store);
      await on.store.release(lease);
      expect(await on.store.commit(lease, turn(seq, [], { timers: [set(0)] }))).toBe("fenced");
      expect(await on.store.fireTimers(10)).toBe(0);
    });

    it("keeps a timer over the end of the process", async () => {
      const number = await change(on.store, "c1", "m1", [set(1_000)]);
      if (on.reopen === undefined) return;
      const store = await on.reopen();
      await on.clock.advance(1_000);
      expect(await store.fireTimers(10)).toBe(1);
      expect(await waiting(store)).toEqual([[2, { kind: "due", timer: "resolve", number }]]);
    });

    it("tells about an arrival when a timer fires", async () => {
      await change(on.store, "c1", "m1", [set(1_000)]);
      await on.clock.advance(1_000);
      const told: string[] = [];
      on.store.onWork((kind) => told.push(kind));
      await on.store.fireTimers(10);
      await new Promise((resolve) => setImmediate(resolve));
      expect(told).toEqual(["arrival"]);
    });
  });

  describe("queue", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("counts who waits since before, and tells who was taken up lately, newest first", async () => {
      const at = (minute: number) => `2026-01-10T01:${String(minute).padStart(2, "0")}:00.000Z`;
      const cases = [
        caseOf("k1", "c1", { openedAt: at(1) }),
        caseOf("k2", "c2", { openedAt: at(2), status: "claimed", agent, claimedAt: at(9) }),
        caseOf("k3", "c3", { openedAt: at(3), status: "closed", claimedAt: at(8), closedAt: at(30) }),
        caseOf("k4", "c4", { openedAt: at(4) }),
        caseOf("k5", "c5", { openedAt: at(5) }),
      ];
      for (const each of cases) {
        const { seq } = await on.store.accept(arrival(each.conversation, each.id));
        await on.store.commit(await mustLease(on.store), turn(seq, [], { case: each }));
      }
      expect(await on.store.queue(at(5), 10)).toEqual({
        ahead: 2,
        taken: [
          { openedAt: at(2), claimedAt: at(9) },
          { openedAt: at(3), claimedAt: at(8) },
        ],
      });
      expect(await on.store.queue(at(1), 1)).toEqual({
        ahead: 0,
        taken: [{ openedAt: at(2), claimedAt: at(9) }],
      });
      expect(await on.store.case(caseId("k2"))).toMatchObject({ claimedAt: at(9) });
    });
  });
}
