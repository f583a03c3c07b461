import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../src/ports/delivery.ts";
import { LATE_MS } from "../../src/store/recover-deliveries.ts";
import {
  claimAll,
  claimOne,
  converse,
  type OpenStore,
  SENDING_MS,
  type StoreUnderTest,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const doubtOf = (delivery: Delivery) => [wordsOfDelivery(delivery), delivery.attempts, delivery.doubt];

/** What may have arrived. */
export function describeDoubt(open: OpenStore): void {
  describe("deliveries in doubt", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
    });
    afterEach(() => on.dispose());

    it("come again, with doubt, when their sender does not come back in time", async () => {
      await claimOne(on.store);
      await on.clock.advance(SENDING_MS - 1);
      expect(await claimAll(on.store)).toEqual([]);
      await on.clock.advance(1);
      expect(doubtOf(await claimOne(on.store))).toEqual(["1a", 2, { forMs: 0, sendAnyway: false }]);
    });

    it("come again, with doubt, when the process ended in between", async () => {
      await claimOne(on.store);
      if (on.reopen === undefined) return;
      await on.clock.advance(1_000);
      const store = await on.reopen();
      expect(await claimAll(store), "the far end may still be at it").toEqual([]);
      await on.clock.advance(LATE_MS - 1_001);
      expect(await claimAll(store)).toEqual([]);
      await on.clock.advance(1);
      expect(doubtOf(await claimOne(store))).toEqual(["1a", 2, { forMs: LATE_MS - 1_000, sendAnyway: false }]);
    });

    it("keep the doubt and its age, and hold their lane, until it is settled", async () => {
      await on.store.settleDelivery(await claimOne(on.store), { kind: "in-doubt", afterMs: 1_000 });
      expect(await claimAll(on.store)).toEqual([]);
      await on.clock.advance(1_000);
      const second = await claimOne(on.store);
      expect(doubtOf(second)).toEqual(["1a", 2, { forMs: 1_000, sendAnyway: false }]);
      await on.store.settleDelivery(second, { kind: "later", afterMs: 500 });
      await on.clock.advance(500);
      const third = await claimOne(on.store);
      expect([doubtOf(third), third.triedForMs]).toEqual([["1a", 3, { forMs: 1_500, sendAnyway: false }], 1_500]);
      await on.store.settleDelivery(third, { kind: "sent" });
      expect(doubtOf(await claimOne(on.store))).toEqual(["1b", 1, undefined]);
    });

    it("are over when a late report says that the words have arrived", async () => {
      const first = await claimOne(on.store);
      await on.clock.advance(SENDING_MS);
      await claimOne(on.store);
      await on.store.settleDelivery(first, { kind: "sent" });
      expect(wordsOfDelivery(await claimOne(on.store))).toBe("1b");
    });

    it("are not settled by a late report on an older attempt", async () => {
      const first = await claimOne(on.store);
      await on.clock.advance(SENDING_MS);
      const second = await claimOne(on.store);
      for (const kind of ["later", "in-doubt"] as const) {
        await on.store.settleDelivery(first, { kind, afterMs: 0 });
        expect(await claimAll(on.store)).toEqual([]);
      }
      for (const result of [
        { kind: "unknown" },
        { kind: "refused", why: "late" },
        { kind: "parked", why: "late" },
      ] as const) {
        await on.store.settleDelivery(first, result);
        expect(await claimAll(on.store)).toEqual([]);
      }
      expect(await on.store.undelivered(second.conversation)).toMatchObject([
        { state: "waiting" },
        { state: "waiting" },
      ]);
      await on.store.settleDelivery(second, { kind: "sent" });
      expect(await claimAll(on.store)).toHaveLength(1);
    });
  });
}
