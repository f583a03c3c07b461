import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentId, caseId } from "../../src/core/ids.ts";
import type { DeskNews } from "../../src/ports/delivery.ts";
import type { Store } from "../../src/ports/store.ts";
import {
  arrival,
  claimAll,
  claimOne,
  mustLease,
  NOTHING,
  type OpenStore,
  SENDING_MS,
  type StoreUnderTest,
  turn,
} from "./store-fixtures.ts";

const changed: DeskNews = { kind: "case-changed", case: caseId("k1") };
const refused: DeskNews = { kind: "refused", case: caseId("k1"), agent: agentId("a1"), why: "taken" };
let keys = 0;

async function queue(store: Store, conversation: string, ...news: readonly DeskNews[]) {
  const { seq } = await store.accept(arrival(conversation, `${conversation}-${keys++}`));
  const lease = await mustLease(store);
  await store.commit(lease, turn(seq, [], { deliveries: news.map((one) => ({ target: "desk", news: one })) }));
  await store.release(lease);
}

/** News to the desk that say the same. */
export function describeDeskNews(open: OpenStore): void {
  describe("news to the desk", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("go out as one while they say the same", async () => {
      await queue(on.store, "c1", changed, changed);
      await queue(on.store, "c1", changed, refused, changed);
      await queue(on.store, "c2", { ...changed, case: caseId("k2") });
      const [first, other, ...rest] = await claimAll(on.store);
      expect([first?.others?.length, other?.others, rest]).toEqual([2, undefined, []]);
      await on.store.settleDelivery(first ?? NOTHING, { kind: "sent" });
      const second = await claimOne(on.store);
      expect([second.cargo, second.others]).toEqual([{ target: "desk", news: refused }, undefined]);
      await on.store.settleDelivery(second, { kind: "sent" });
      expect((await claimOne(on.store)).cargo).toEqual({ target: "desk", news: changed });
    });

    it("are settled together, also when they have to wait or their sender is gone", async () => {
      await queue(on.store, "c1", changed, changed);
      const first = await claimOne(on.store);
      await on.store.settleDelivery(first, { kind: "later", afterMs: 1_000 });
      expect(await claimAll(on.store)).toEqual([]);
      await on.clock.advance(1_000);
      const second = await claimOne(on.store);
      expect(second.others).toEqual([{ id: (second.id ?? 0) + 1, attempts: 2 }]);
      await on.clock.advance(SENDING_MS);
      const third = await claimOne(on.store);
      expect([third.id, third.others?.length, third.doubt?.forMs]).toEqual([first.id, 1, 0]);
      await on.store.settleDelivery(third, { kind: "sent" });
      expect(await claimAll(on.store)).toEqual([]);
    });

    it("are never more than one of a case on their way", async () => {
      await queue(on.store, "c1", changed);
      await claimOne(on.store);
      await queue(on.store, "c1", changed);
      expect(await claimAll(on.store)).toEqual([]);
    });

    it("cost the budget of one send", async () => {
      await queue(on.store, "c1", changed, changed, changed);
      await queue(on.store, "c2", changed, changed);
      const want = { target: "desk", max: 10, budget: { perSecond: 1, burst: 2 } };
      expect(await on.store.claimDeliveries([want])).toHaveLength(2);
    });
  });
}
