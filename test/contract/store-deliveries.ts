import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId } from "../../src/core/ids.ts";
import type { Store } from "../../src/ports/store.ts";
import {
  arrival,
  claimOne,
  converse,
  mustLease,
  NOTHING,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wants,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const claimed = async (store: Store, max = 10) => (await store.claimDeliveries(wants(max))).map(wordsOfDelivery);

export function describeDeliveries(open: OpenStore): void {
  describe("deliveries", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("gives each conversation and target its deliveries one by one, in order", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
      await converse(on.store, "c2", "m2", ["2a"]);
      await converse(on.store, "c1", "m3", ["1c"]);
      const first = await on.store.claimDeliveries(wants(10));
      expect(first.map(wordsOfDelivery)).toEqual(["1a", "2a"]);
      expect(first.map(({ attempts, channel }) => [attempts, channel])).toEqual([
        [1, "web-chat"],
        [1, "web-chat"],
      ]);
      expect(await claimed(on.store)).toEqual([]);
      await on.store.settleDelivery(first[0] ?? NOTHING, { kind: "sent", farId: "far" });
      const next = await claimOne(on.store);
      expect(wordsOfDelivery(next)).toBe("1b");
      await on.store.settleDelivery(next, { kind: "sent" });
      expect(await claimed(on.store)).toEqual(["1c"]);
    });

    it("takes no more than asked for, oldest first", async () => {
      for (const c of ["c1", "c2", "c3"]) await converse(on.store, c, c, [c]);
      expect(await claimed(on.store, 2)).toEqual(["c1", "c2"]);
      expect(await claimed(on.store, 2)).toEqual(["c3"]);
    });

    it("gives a delivery to one of two claimers", async () => {
      await converse(on.store, "c1", "m1", ["1a"]);
      const both = await Promise.all([on.store.claimDeliveries(wants(10)), on.store.claimDeliveries(wants(10))]);
      expect(both.map((part) => part.length)).toEqual([1, 0]);
    });

    it("carries news to the desk beside words to the customer", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const news = { kind: "case-changed", case: caseId("k1") } as const;
      const changes = turn(1, ["답"]);
      await on.store.commit(await mustLease(on.store), {
        ...changes,
        deliveries: [...changes.deliveries, { target: "desk", news }],
      });
      const cargoes = (await on.store.claimDeliveries(wants(10))).map(({ cargo }) => cargo);
      expect(cargoes).toMatchObject([
        { target: "channel", entry: { conversation: "c1", seq: 2, body: { kind: "bot" } } },
        { target: "desk", news },
      ]);
    });

    it("holds the rest of a lane back while its head has to wait", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
      await converse(on.store, "c2", "m2", ["2a"]);
      const [head] = await on.store.claimDeliveries(wants(1));
      await on.store.settleDelivery(head ?? NOTHING, { kind: "later", afterMs: 3_000 });
      expect(await claimed(on.store)).toEqual(["2a"]);
      await on.clock.advance(2_999);
      expect(await claimed(on.store)).toEqual([]);
      await on.clock.advance(1);
      const again = await claimOne(on.store);
      expect([wordsOfDelivery(again), again.attempts]).toEqual(["1a", 2]);
    });

    it("goes on after a delivery that was refused or is unknown, and never repeats it", async () => {
      await converse(on.store, "c1", "m1", ["1a", "1b", "1c"]);
      await on.store.settleDelivery(await claimOne(on.store), { kind: "refused", why: "blocked" });
      const second = await claimOne(on.store);
      await on.store.settleDelivery(second, { kind: "unknown" });
      await on.store.settleDelivery(second, { kind: "later", afterMs: 0 });
      const third = await claimOne(on.store);
      expect(wordsOfDelivery(third)).toBe("1c");
      await on.store.settleDelivery(third, { kind: "sent" });
      await on.store.settleDelivery(third, { kind: "later", afterMs: 0 });
      expect(await claimed(on.store)).toEqual([]);
    });
  });
}
