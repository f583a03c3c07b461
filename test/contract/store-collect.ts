import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { Store } from "../../src/ports/store.ts";
import {
  arrival,
  caseOf,
  converse,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wants,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const c1 = conversationId("c1");

const collected = async (store: Store, max = 10) => (await store.collect(c1, max)).map(wordsOfDelivery);

/** Words for a channel that nobody can push to. */
export function describeCollect(open: OpenStore): void {
  describe("words that wait to be collected", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("are not claimed by those who did not ask for their channel", async () => {
      await converse(on.store, "c1", "m1", ["1a"]);
      const others = wants(10).map((want) => ({ ...want, target: want.target === "desk" ? "desk" : "kakao" }));
      expect(await on.store.claimDeliveries(others)).toEqual([]);
      expect(await on.store.claimDeliveries([])).toEqual([]);
      expect(await collected(on.store)).toEqual(["1a"]);
    });

    it("are given in order, as many as fit, once, and only those of this customer", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b", "1c"]);
      await converse(on.store, "c2", "m2", ["2a"]);
      const first = await on.store.collect(c1, 2);
      expect(first.map(wordsOfDelivery)).toEqual(["1a", "1b"]);
      expect(first.map(({ attempts, conversation }) => [attempts, conversation])).toEqual([
        [1, "c1"],
        [1, "c1"],
      ]);
      // What comes after words that are on their way may not overtake them.
      expect(await collected(on.store)).toEqual([]);
      for (const delivery of first) await on.store.settleDelivery(delivery, { kind: "sent" });
      expect(await collected(on.store)).toEqual(["1c"]);
      expect(await on.store.claimDeliveries(wants(10))).toHaveLength(1);
    });

    it("go to one of two who ask at once", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
      const both = await Promise.all([on.store.collect(c1, 10), on.store.collect(c1, 10)]);
      expect(both.map((part) => part.length).toSorted()).toEqual([0, 2]);
    });

    it("wait for the next message when they did not fit or did not go", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
      const [first] = await on.store.collect(c1, 1);
      if (first !== undefined) await on.store.settleDelivery(first, { kind: "later", afterMs: 600_000 });
      expect(await collected(on.store)).toEqual(["1a", "1b"]);
    });

    it("are unknown, and shown to staff, when who collected them is gone", async () => {
      const { seq } = await on.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(seq, ["1a"], { case: caseOf("k1", "c1") }));
      await on.store.collect(c1, 10);
      await on.clock.advance(60_000);
      expect((await on.store.claimDeliveries(wants(10))).map(wordsOfDelivery)).toEqual(["case-changed"]);
      expect(await collected(on.store)).toEqual([]);
      expect(await on.store.undelivered(c1)).toMatchObject([{ seq: 2, state: "unknown" }]);
    });
  });
}
