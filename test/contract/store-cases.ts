import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Case } from "../../src/core/case.ts";
import { caseId } from "../../src/core/ids.ts";
import {
  agent,
  arrival,
  caseOf,
  claimAll,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
} from "./store-fixtures.ts";

export function describeCases(open: OpenStore): void {
  describe("cases", () => {
    let on: StoreUnderTest;
    let messages = 0;
    const put = async (changed: Case) => {
      messages += 1;
      const { seq } = await on.store.accept(arrival(changed.conversation, `m${messages}`));
      const lease = await mustLease(on.store);
      try {
        await on.store.commit(lease, turn(seq, [], { case: changed }));
      } finally {
        await on.store.release(lease);
      }
    };
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("keeps the newest state of a case and gives the open one with the lease", async () => {
      await put(caseOf("k1", "c1"));
      const claimed = caseOf("k1", "c1", { status: "claimed", agent });
      await put(claimed);
      expect(await on.store.case(caseId("k1"))).toEqual(claimed);
      expect(await on.store.case(caseId("k2"))).toBeUndefined();
      await on.store.accept(arrival("c1", "more"));
      const lease = await mustLease(on.store);
      expect(lease.case).toEqual(claimed);
      await on.store.release(lease);
    });

    it("knows none by a name that holds NUL", async () => {
      await put(caseOf("k1", "c1"));
      expect(await on.store.case(caseId("k\u00001"))).toBeUndefined();
      expect(await on.store.caseAt("T1/C\u00001/1.5")).toBeUndefined();
      expect(await on.store.review("r\u0000", { kind: "reopen" })).toBe(false);
      expect(await on.store.erase(caseOf("k1", "c1").conversation, "m\u00001")).toBe(false);
    });

    it("has at most one open case of a conversation", async () => {
      await put(caseOf("k1", "c1"));
      await expect(put(caseOf("k2", "c1"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
      expect(await on.store.cases(10)).toHaveLength(1);
    });

    it("lets a conversation have another case once the first is closed", async () => {
      await put(caseOf("k1", "c1"));
      await put(caseOf("k1", "c1", { status: "closed", closedAt: "2026-01-10T02:00:00.000Z" }));
      await on.store.accept(arrival("c1", "between"));
      const lease = await mustLease(on.store);
      expect(lease.case).toBeUndefined();
      await on.store.commit(lease, turn(3, [], { case: caseOf("k2", "c1") }));
      expect((await on.store.cases(10)).map(({ id }) => id)).toEqual(["k2", "k1"]);
    });

    it("sends staff to look again at the open ones among those that are named, in that order", async () => {
      for (const n of [1, 2, 3]) await put(caseOf(`k${n}`, `c${n}`));
      await put(caseOf("k2", "c2", { status: "closed", closedAt: "2026-01-10T02:00:00.000Z" }));
      await on.store.tellDesk(["k3", "k2", "nobody", "k1"].map(caseId));
      await on.store.tellDesk([]);
      const told = await claimAll(on.store);
      const news = (id: string) => ({ target: "desk", news: { kind: "case-changed", case: id } });
      expect(told.map(({ cargo }) => cargo)).toEqual([news("k3"), news("k1")]);
    });

    it("lists open cases, longest waiting first, then closed ones, newest first", async () => {
      const openedAt = (minute: number) => `2026-01-10T01:${minute}:00.000Z`;
      await put(caseOf("late", "c1", { openedAt: openedAt(30) }));
      await put(caseOf("early", "c2", { openedAt: openedAt(10), status: "claimed", agent }));
      await put(caseOf("old", "c3", { status: "closed", closedAt: openedAt(40) }));
      await put(caseOf("new", "c4", { status: "closed", closedAt: openedAt(50) }));
      const ids = async (limit: number) => (await on.store.cases(limit)).map(({ id }) => id);
      expect(await ids(10)).toEqual(["early", "late", "new", "old"]);
      expect(await ids(3)).toEqual(["early", "late", "new"]);
      expect(await ids(1)).toEqual(["early"]);
    });
  });
}
