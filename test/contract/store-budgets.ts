import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store, Want } from "../../src/ports/store.ts";
import {
  arrival,
  converse,
  NOTHING,
  type OpenStore,
  type StoreUnderTest,
  wants,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const SLOW: Want = { target: "web-chat", max: 10, budget: { perSecond: 2, burst: 3 } };

const claim = async (store: Store, want = SLOW) => (await store.claimDeliveries([want])).map(wordsOfDelivery);

/** How fast a target is sent to. */
export function describeBudgets(open: OpenStore): void {
  describe("budgets", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
      for (const c of ["c1", "c2", "c3", "c4", "c5", "c6"]) await converse(on.store, c, c, [c]);
    });
    afterEach(() => on.dispose());

    it("end a claim, and fill up again with time, never above the burst", async () => {
      expect(await claim(on.store)).toEqual(["c1", "c2", "c3"]);
      expect(await claim(on.store)).toEqual([]);
      await on.clock.advance(499);
      expect(await claim(on.store)).toEqual([]);
      await on.clock.advance(1);
      expect(await claim(on.store)).toEqual(["c4"]);
      await on.clock.advance(3_600_000);
      for (const c of ["d1", "d2", "d3", "d4"]) await converse(on.store, c, c, [c]);
      expect(await on.store.claimDeliveries([SLOW])).toHaveLength(3);
    });

    it("outlive the process", async () => {
      expect(await claim(on.store)).toHaveLength(3);
      if (on.reopen === undefined) return;
      const store = await on.reopen();
      expect(await claim(store)).toEqual([]);
    });

    it("are spent by sends only, and each by its own target", async () => {
      expect(await claim(on.store, { ...SLOW, max: 1 })).toHaveLength(1);
      expect(await claim(on.store, { ...SLOW, target: "kakao" })).toEqual([]);
      await on.store.accept({ ...arrival("k1", "k1"), channel: "kakao" });
      expect(await claim(on.store)).toEqual(["c2", "c3"]);
    });

    it("let nothing go to a target that asked everybody to wait", async () => {
      const [first] = await on.store.claimDeliveries(wants(1));
      await on.store.settleDelivery(first ?? NOTHING, { kind: "later", afterMs: 2_000, holds: "target" });
      await on.clock.advance(1_999);
      expect(await on.store.claimDeliveries(wants(10))).toEqual([]);
      await on.clock.advance(1);
      expect(await on.store.claimDeliveries(wants(10))).toHaveLength(6);
    });

    it("hold back one lane only when only its letter has to wait", async () => {
      const [first] = await on.store.claimDeliveries(wants(1));
      await on.store.settleDelivery(first ?? NOTHING, { kind: "later", afterMs: 2_000 });
      expect(await on.store.claimDeliveries(wants(10))).toHaveLength(5);
    });
  });
}
