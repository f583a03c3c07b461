import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/ports/store.ts";
import { PLACES_TO_STAND_BACK } from "../../src/store/places-to-stand-back.ts";
import { arrival, caseOf, mustLease, type OpenStore, type StoreUnderTest, turn } from "./store-fixtures.ts";

/** A conversation that waits for staff, or has an agent. */
async function openCase(store: Store, conversation: string): Promise<void> {
  const { seq } = await store.accept(arrival(conversation, `${conversation} asks`));
  const lease = await mustLease(store);
  await store.commit(lease, turn(seq, [], { case: caseOf(`k-${conversation}`, conversation) }));
  await store.release(lease);
}

export function describeOrder(open: OpenStore): void {
  describe("the order of work when more waits than can be done", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("lets simple questions go before conversations whose case is with staff", async () => {
      await openCase(on.store, "with-staff");
      await on.store.accept(arrival("with-staff", "m1"));
      await on.store.accept(arrival("with-bot", "m2"));
      await on.store.accept(arrival("with-bot-too", "m3"));
      const order = [await mustLease(on.store), await mustLease(on.store), await mustLease(on.store)];
      expect(order.map(({ conversation }) => conversation)).toEqual(["with-bot", "with-bot-too", "with-staff"]);
      expect(order[2]?.pending.map(({ activity }) => activity.kind)).toEqual(["said"]);
    });

    it("keeps the order of arrival among those with staff", async () => {
      await openCase(on.store, "first");
      await openCase(on.store, "second");
      await on.store.accept(arrival("first", "m1"));
      await on.store.accept(arrival("second", "m2"));
      expect((await mustLease(on.store)).conversation).toBe("first");
      expect((await mustLease(on.store)).conversation).toBe("second");
    });

    it("lets nobody starve: no more than so many that came later go first", async () => {
      await openCase(on.store, "with-staff");
      await on.store.accept(arrival("with-staff", "m1"));
      const later = Array.from({ length: PLACES_TO_STAND_BACK + 100 }, (_, i) => `later-${i}`);
      await Promise.all(later.map((name) => on.store.accept(arrival(name, name))));
      let before = 0;
      while ((await mustLease(on.store)).conversation !== "with-staff") before += 1;
      expect(before).toBeGreaterThan(PLACES_TO_STAND_BACK / 2);
      expect(before).toBeLessThanOrEqual(PLACES_TO_STAND_BACK);
    });

    it("forgets it with the case", async () => {
      await openCase(on.store, "c1");
      const { seq } = await on.store.accept(arrival("c1", "thanks"));
      const lease = await mustLease(on.store);
      const closed = caseOf("k-c1", "c1", { status: "closed", closedAt: "2026-01-10T01:00:00.000Z" });
      await on.store.commit(lease, turn(seq, [], { case: closed }));
      await on.store.release(lease);
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c2", "m2"));
      expect((await mustLease(on.store)).conversation).toBe("c1");
    });
  });
}
