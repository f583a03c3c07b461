import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import {
  arrival,
  caseOf,
  LEASE_MS,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wants,
  wordsOf,
} from "./store-fixtures.ts";

const c1 = conversationId("c1");

export function describeTurns(open: OpenStore): void {
  describe("turns", () => {
    let on: StoreUnderTest;
    const words = async () => (await on.store.entries(c1, 0)).map(({ body }) => wordsOf(body));
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("leases the conversation that has waited longest, each to one holder", async () => {
      await on.store.accept(arrival("c2", "m1"));
      await on.store.accept(arrival("c1", "m2"));
      await on.store.accept(arrival("c2", "m3"));
      const leases = await Promise.all([on.store.lease(), on.store.lease(), on.store.lease()]);
      expect(leases.map((lease) => lease?.conversation)).toEqual(["c2", "c1", undefined]);
      expect(leases[0]?.pending.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(leases[0]?.state).toBeUndefined();
    });

    it("commits log, state and record, and keeps the lease for the rest", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c1", "m2"));
      const lease = await mustLease(on.store);
      const state = { ...newConversation("en"), greeted: true };
      expect(await on.store.commit(lease, turn(1, ["답 1", "답 2"], { state }))).toBe("committed");
      expect(await on.store.lease()).toBeUndefined();
      expect(await on.store.commit(lease, turn(2, ["답 3"], { state }))).toBe("committed");
      expect(await words()).toEqual(["m1", "m2", "답 1", "답 2", "답 3"]);
      expect(await on.store.conversation(c1)).toEqual({
        id: "c1",
        channel: "web-chat",
        state,
        lastSeq: 5,
        handledSeq: 5,
      });
      await on.store.release(lease);
      expect(await on.store.lease()).toBeUndefined();
      await on.store.accept(arrival("c1", "m3"));
      expect(await on.store.lease()).toMatchObject({ state, pending: [{ seq: 6 }] });
    });

    it("fences out a holder whose lease expired and was taken over", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const late = await mustLease(on.store);
      await on.clock.advance(LEASE_MS - 1);
      expect(await on.store.lease()).toBeUndefined();
      await on.clock.advance(1);
      const next = await mustLease(on.store);
      expect(next.fence).toBeGreaterThan(late.fence);
      expect(await on.store.commit(late, turn(1, ["늦은 답"]))).toBe("fenced");
      await on.store.release(late);
      expect(await on.store.lease()).toBeUndefined();
      expect(await on.store.commit(next, turn(1, ["답"]))).toBe("committed");
      expect(await words()).toEqual(["m1", "답"]);
      expect(await on.store.claimDeliveries(wants(10))).toHaveLength(1);
    });

    it("lets a commit prolong the lease", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c1", "m2"));
      const lease = await mustLease(on.store);
      await on.clock.advance(LEASE_MS - 1);
      await on.store.commit(lease, turn(1));
      await on.clock.advance(LEASE_MS - 1);
      expect(await on.store.lease()).toBeUndefined();
      expect(await on.store.commit(lease, turn(2))).toBe("committed");
    });

    it("writes a turn once, also when it is committed twice", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(on.store);
      const both = await Promise.all([
        on.store.commit(lease, turn(1, ["답"])),
        on.store.commit(lease, turn(1, ["답"])),
      ]);
      expect(both.toSorted()).toEqual(["committed", "fenced"]);
      expect(await words()).toEqual(["m1", "답"]);
    });

    it("does not let an arrival overtake another", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c1", "m2"));
      const lease = await mustLease(on.store);
      await expect(on.store.commit(lease, turn(2, ["답"]))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
      expect(await words()).toEqual(["m1", "m2"]);
    });

    it("takes a conversation back, at once or after a pause", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const first = await mustLease(on.store);
      await on.store.release(first);
      expect(await on.store.commit(first, turn(1, ["답"]))).toBe("fenced");
      await on.store.release(await mustLease(on.store), 5_000);
      expect(await on.store.lease()).toBeUndefined();
      await on.clock.advance(5_000);
      expect((await mustLease(on.store)).pending).toHaveLength(1);
    });

    it("does not let a failing write harm the others of its group, nor leave half of itself", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(on.store);
      const bad = turn(1, ["사라질 답"], { deliveries: [{ target: "channel", entry: 7 }], case: caseOf("k1", "c1") });
      const results = await Promise.allSettled([
        on.store.accept(arrival("c2", "n1")),
        on.store.commit(lease, bad),
        on.store.accept(arrival("c1", "m2")),
      ]);
      expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
      expect(await words()).toEqual(["m1", "m2"]);
      expect(await on.store.cases(10)).toEqual([]);
      expect(await on.store.commit(lease, turn(1, ["답"]))).toBe("committed");
    });

    it("refuses to send a note to the customer", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const note = turn(1, [], {
        log: [{ kind: "note", agentName: "상담원 1", text: "내부 메모" }],
        deliveries: [{ target: "channel", entry: 0 }],
      });
      await expect(on.store.commit(await mustLease(on.store), note)).rejects.toMatchObject({ code: "GUARD_REFUSED" });
      expect(await on.store.claimDeliveries(wants(10))).toEqual([]);
    });

    it("hands the work of a vanished process to the next one at once", async () => {
      await on.store.accept(arrival("c1", "m1"));
      const lost = await mustLease(on.store);
      if (on.reopen === undefined) return;
      const store = await on.reopen();
      const lease = await mustLease(store);
      expect(lease.pending).toEqual(lost.pending);
      expect(await store.commit(lost, turn(1))).toBe("fenced");
      expect(await store.commit(lease, turn(1))).toBe("committed");
    });
  });
}
