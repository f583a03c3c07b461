import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId } from "../../src/core/ids.ts";
import {
  agent,
  arrival,
  caseOf,
  converse,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wants,
} from "./store-fixtures.ts";

export function describeFigures(open: OpenStore): void {
  describe("figures", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("are all nothing in an empty store", async () => {
      expect(await on.store.figures()).toEqual({
        arrivals: { count: 0, oldestSeconds: 0 },
        deliveries: [],
        cases: [],
      });
    });

    it("count arrivals until a turn has handled them, and know how long the oldest waits", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.clock.advance(4_000);
      await on.store.accept(arrival("c1", "m2"));
      await on.store.accept(arrival("c2", "m3"));
      await on.clock.advance(3_000);
      expect((await on.store.figures()).arrivals).toEqual({ count: 3, oldestSeconds: expect.closeTo(7, 2) });
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(1));
      expect((await on.store.figures()).arrivals).toEqual({ count: 2, oldestSeconds: expect.closeTo(3, 2) });
      await on.store.commit(lease, turn(2));
      await on.store.commit(await mustLease(on.store), turn(1));
      expect((await on.store.figures()).arrivals).toEqual({ count: 0, oldestSeconds: 0 });
    });

    it("count departures by target and state, those that arrived no more", async () => {
      const news = { target: "desk", news: { kind: "case-changed", case: caseId("k1") } } as const;
      await on.store.accept(arrival("c0", "m0"));
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(1, [], { deliveries: [news] }));
      for (const name of ["c1", "c2", "c3", "c4", "c5"]) await converse(on.store, name, name, ["답"]);
      await on.clock.advance(5_000);
      const told = async () =>
        (await on.store.figures()).deliveries.map((one) => `${one.to} ${one.state} ${one.count}`).sort();
      expect(await told()).toEqual(["desk new 1", "web-chat new 5"]);
      const { deliveries } = await on.store.figures();
      for (const { oldestSeconds } of deliveries) expect(oldestSeconds).toBeCloseTo(5, 2);

      const claimed = await on.store.claimDeliveries(wants(4));
      const [sent, unknown, dead] = claimed.filter(({ cargo }) => cargo.target === "channel");
      const desk = claimed.find(({ cargo }) => cargo.target === "desk");
      if (!sent || !unknown || !dead || !desk) throw new Error("Not all could be claimed.");
      await on.store.settleDelivery(desk, { kind: "later", afterMs: 60_000 });
      await on.store.settleDelivery(sent, { kind: "sent" });
      await on.store.settleDelivery(unknown, { kind: "unknown" });
      await on.store.settleDelivery(dead, { kind: "refused", why: "gone" });
      expect(await told()).toEqual([
        "desk new 1",
        "web-chat dead 1",
        "web-chat new 1",
        "web-chat sending 1",
        "web-chat unknown 1",
      ]);
    });

    it("count open cases by status with the age of the oldest", async () => {
      const put = async (id: string, changed: ReturnType<typeof caseOf>) => {
        const { seq } = await on.store.accept(arrival(changed.conversation, id));
        const lease = await mustLease(on.store);
        await on.store.commit(lease, turn(seq, [], { case: changed }));
        await on.store.release(lease);
      };
      await on.clock.advance(60_000);
      await put("1", caseOf("k1", "c1", { openedAt: "2026-01-10T01:00:30.000Z" }));
      await put("2", caseOf("k2", "c2", { openedAt: "2026-01-10T01:00:10.000Z" }));
      await put("3", caseOf("k3", "c3", { status: "claimed", agent }));
      await put("4", caseOf("k4", "c4", { status: "closed", closedAt: "2026-01-10T01:01:00.000Z" }));
      const { cases } = await on.store.figures();
      expect([...cases].sort((a, b) => a.count - b.count)).toEqual([
        { status: "claimed", count: 1, oldestSeconds: expect.closeTo(60, 1) },
        { status: "queued", count: 2, oldestSeconds: expect.closeTo(50, 1) },
      ]);
    });
  });
}
