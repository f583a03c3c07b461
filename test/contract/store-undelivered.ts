import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import type { SendResult } from "../../src/ports/delivery.ts";
import type { Store } from "../../src/ports/store.ts";
import {
  arrival,
  caseOf,
  claimAll,
  claimOne,
  converse,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const c1 = conversationId("c1");
const PARKED = { kind: "parked", why: "blocked" } as const;
const GIVEN_UP: readonly SendResult[] = [PARKED, { kind: "refused", why: "gone" }, { kind: "unknown" }];

const words = async (store: Store) => (await claimAll(store)).map(wordsOfDelivery);

/** One more message of the customer, answered with `texts`; `again` is sent once more. */
async function answer(store: Store, key: string, texts: readonly string[], again: readonly number[] = []) {
  const { seq } = await store.accept(arrival("c1", key));
  const lease = await mustLease(store);
  await store.commit(lease, turn(seq, texts, { again }));
  await store.release(lease);
}

/** What has not reached the customer, and what becomes of it. */
export function describeUndelivered(open: OpenStore): void {
  describe("what is not delivered", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
      await converse(on.store, "c1", "m1", ["1a", "1b"]);
    });
    afterEach(() => on.dispose());

    it("is parked until somebody says so, holds its lane, and comes as if for the first time", async () => {
      await on.store.settleDelivery(await claimOne(on.store), PARKED);
      await on.clock.advance(86_400_000);
      expect(await words(on.store)).toEqual([]);
      expect(await on.store.unpark({ conversation: conversationId("c2") })).toBe(0);
      expect(await on.store.unpark({ target: "desk" })).toBe(0);
      expect(await on.store.unpark({ conversation: c1 })).toBe(1);
      const again = await claimOne(on.store);
      expect([wordsOfDelivery(again), again.triedForMs, again.doubt]).toEqual(["1a", 0, undefined]);
      await on.store.settleDelivery(again, PARKED);
      expect(await on.store.unpark({ target: "web-chat" })).toBe(1);
      expect(await words(on.store)).toEqual(["1a"]);
    });

    it("does not hold up new words for ever", async () => {
      await on.store.settleDelivery(await claimOne(on.store), PARKED);
      await answer(on.store, "m2", []);
      expect(await words(on.store)).toEqual([]);
      await answer(on.store, "m3", ["2a"]);
      expect(await words(on.store)).toEqual(["1a"]);
    });

    it("can be seen, with the reason and since when", async () => {
      for (const result of GIVEN_UP) {
        await answer(on.store, result.kind, [result.kind]);
      }
      await on.store.settleDelivery(await claimOne(on.store), { kind: "sent" });
      await on.store.settleDelivery(await claimOne(on.store), { kind: "unknown" });
      await on.store.settleDelivery(await claimOne(on.store), { kind: "refused", why: "gone" });
      await on.clock.advance(60_000);
      await on.store.settleDelivery(await claimOne(on.store), PARKED);
      const [said, later] = ["2026-01-10T01:00:00.000Z", "2026-01-10T01:01:00.000Z"];
      expect(await on.store.undelivered(c1)).toEqual([
        { seq: 3, state: "unknown", since: said },
        { seq: 5, state: "dead", since: said, why: "gone" },
        { seq: 7, state: "parked", since: later, why: "blocked" },
        { seq: 9, state: "waiting", since: said },
      ]);
      expect(await on.store.undelivered(conversationId("c2"))).toEqual([]);
    });

    it("is counted, without what was said only just now", async () => {
      expect(await on.store.countUndelivered()).toEqual({ waiting: 0, unknown: 0, parked: 0, dead: 0 });
      await on.store.settleDelivery(await claimOne(on.store), PARKED);
      await on.clock.advance(60_000);
      await converse(on.store, "c2", "n1", ["2a"]);
      expect(await on.store.countUndelivered()).toEqual({ waiting: 1, unknown: 0, parked: 1, dead: 0 });
    });

    it.each(GIVEN_UP)("is told to the desk while there is a case: $kind", async (result) => {
      const first = await claimOne(on.store);
      await on.store.settleDelivery(first, result);
      await on.store.unpark({ conversation: c1 });
      const { seq } = await on.store.accept(arrival("c1", "m2"));
      await on.store.commit(await mustLease(on.store), turn(seq, [], { case: caseOf("k1", "c1") }));
      const second = await claimOne(on.store);
      expect(second.cargo.target).toBe("channel");
      await on.store.settleDelivery(second, result);
      const told = (await claimAll(on.store)).filter(({ cargo }) => cargo.target === "desk");
      expect(told.map(({ cargo }) => cargo)).toEqual([{ target: "desk", news: { kind: "case-changed", case: "k1" } }]);
    });

    it("is told to the desk when it arrives after all, but not what goes at once", async () => {
      const { seq } = await on.store.accept(arrival("c1", "m2"));
      await on.store.commit(await mustLease(on.store), turn(seq, [], { case: caseOf("k1", "c1") }));
      await on.store.settleDelivery(await claimOne(on.store), { kind: "sent" });
      const second = await claimOne(on.store);
      expect(wordsOfDelivery(second)).toBe("1b");
      await on.clock.advance(10_000);
      await on.store.settleDelivery(second, { kind: "sent" });
      expect(await words(on.store)).toEqual(["case-changed"]);
    });

    it("is sent again when a person wants it, who knows of the doubt", async () => {
      const results: readonly SendResult[] = [{ kind: "unknown" }, { kind: "refused", why: "gone" }];
      for (const result of results) await on.store.settleDelivery(await claimOne(on.store), result);
      await on.clock.advance(60_000);
      await answer(on.store, "m2", [], [2, 3, 99]);
      const first = await claimOne(on.store);
      expect([wordsOfDelivery(first), first.doubt, first.triedForMs]).toEqual([
        "1a",
        { forMs: 0, sendAnyway: true },
        0,
      ]);
      await on.store.settleDelivery(first, { kind: "in-doubt", afterMs: 0 });
      const once = await claimOne(on.store);
      expect(once.doubt?.sendAnyway).toBe(false);
      await on.store.settleDelivery(once, { kind: "sent" });
      const second = await claimOne(on.store);
      expect([wordsOfDelivery(second), second.doubt]).toEqual(["1b", undefined]);
      // What has arrived is not sent again, whoever wants it.
      await answer(on.store, "m3", [], [2]);
      expect(await words(on.store)).toEqual([]);
    });
  });
}
