import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import {
  agent,
  arrival,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  said,
  turn,
  wordsOf,
} from "./store-fixtures.ts";

export function describeInbox(open: OpenStore): void {
  describe("inbox", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("keeps 20 arrivals that come at once, each once, in the order of their places", async () => {
      const keys = Array.from({ length: 20 }, (_, i) => `m${i}`);
      const accepted = await Promise.all(keys.map((key) => on.store.accept(arrival("c1", key))));
      expect(accepted.map(({ seq }) => seq)).toEqual(keys.map((_, i) => i + 1));
      const entries = await on.store.entries(conversationId("c1"), 0);
      expect(entries.map(({ seq, body }) => [seq, wordsOf(body)])).toEqual(keys.map((key, i) => [i + 1, key]));
      expect((await mustLease(on.store)).pending.map(({ seq }) => seq)).toEqual(keys.map((_, i) => i + 1));
    });

    it("takes the same key once, also when both come at once or after the turn", async () => {
      const [first, second] = await Promise.all([
        on.store.accept(arrival("c1", "m1", said("하나"))),
        on.store.accept(arrival("c1", "m1", said("하나"))),
      ]);
      expect([first, second]).toEqual([
        { kind: "accepted", seq: 1 },
        { kind: "duplicate", seq: 1 },
      ]);
      await on.store.commit(await mustLease(on.store), turn(1));
      expect(await on.store.accept(arrival("c1", "m1"))).toEqual({ kind: "duplicate", seq: 1 });
      expect(await on.store.entries(conversationId("c1"), 0)).toHaveLength(1);
    });

    it("remembers the newest address of a customer", async () => {
      const at = async () => (await on.store.conversation(conversationId("c1")))?.address;
      await on.store.accept(arrival("c1", "m1"));
      expect(await at()).toBeUndefined();
      await Promise.all([
        on.store.accept({ ...arrival("c1", "m2"), address: "first" }),
        on.store.accept({ ...arrival("c1", "m3"), address: "second" }),
        on.store.accept(arrival("c1", "m4")),
      ]);
      expect(await at()).toBe("second");
      await on.store.accept({ ...arrival("c1", "m2"), address: "a repeated arrival changes nothing" });
      expect(await at()).toBe("second");
    });

    it("tells keys apart that differ only in odd characters", async () => {
      for (const key of ["a\u0000b", "a\u0000c", "\ud800", "\ud801", ""]) {
        expect((await on.store.accept(arrival("c1", key))).kind).toBe("accepted");
      }
    });

    it("gives back every kind of text as it was", async () => {
      const text = "유심\u0000 교체\n‮😀 \\' \" e\u0301 \uD83D\uDE00";
      await on.store.accept(arrival("c1", "m1", { kind: "said", text, masked: 2, clientId: "x" }));
      const [entry] = await on.store.entries(conversationId("c1"), 0);
      expect(entry?.body).toEqual({ kind: "customer", text, masked: 2, clientId: "x" });
      expect((await mustLease(on.store)).pending[0]?.activity).toEqual({
        kind: "said",
        text,
        masked: 2,
        clientId: "x",
      });
    });

    it("shows an opening at once, an act of the desk only as what its turn makes of it", async () => {
      await on.store.accept(arrival("c1", "o", { kind: "opened", language: "ko" }));
      const act = { kind: "desk", agent, act: { kind: "note", text: "확인 중" } } as const;
      expect(await on.store.accept(arrival("c1", "d", act))).toEqual({ kind: "accepted", seq: 2 });
      await on.store.accept(arrival("c1", "m"));
      const entries = await on.store.entries(conversationId("c1"), 0);
      expect(entries.map(({ seq, body }) => [seq, body.kind])).toEqual([
        [1, "opened"],
        [3, "customer"],
      ]);
      expect((await mustLease(on.store)).pending.map(({ activity }) => activity.kind)).toEqual([
        "opened",
        "desk",
        "said",
      ]);
    });

    it("reads the log after a place, stamped with the clock", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.clock.advance(1_500);
      await on.store.accept(arrival("c1", "m2"));
      expect(await on.store.entries(conversationId("c1"), 1)).toEqual([
        {
          conversation: "c1",
          seq: 2,
          at: "2026-01-10T01:00:01.500Z",
          body: { kind: "customer", text: "m2", masked: 0 },
        },
      ]);
      expect(await on.store.entries(conversationId("other"), 0)).toEqual([]);
    });

    it("reads nobody else's log, whatever the place", async () => {
      for (const c of ["c1", "c2", "c3"]) await on.store.accept(arrival(c, c));
      const found = [-2_000_000, 2_000_000].map((place) => on.store.entries(conversationId("c2"), place));
      expect((await Promise.all(found)).map((log) => log.map(({ body }) => wordsOf(body)))).toEqual([["c2"], []]);
    });

    it("knows a conversation by its first arrival", async () => {
      expect(await on.store.conversation(conversationId("c1"))).toBeUndefined();
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept({ ...arrival("c1", "m2"), channel: "slack" });
      expect(await on.store.conversation(conversationId("c1"))).toEqual({
        id: "c1",
        channel: "web-chat",
        lastSeq: 2,
        handledSeq: 0,
      });
    });

    it("tells about work once for each new arrival, until unsubscribed", async () => {
      const told: string[] = [];
      const stop = on.store.onWork((kind) => told.push(kind));
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c1", "m1"));
      await on.store.commit(await mustLease(on.store), turn(1, ["답"]));
      stop();
      await on.store.accept(arrival("c1", "m2"));
      await new Promise((resolve) => setImmediate(resolve));
      expect(told).toEqual(["arrival", "delivery"]);
    });

    it("refuses everything after it was closed", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.store.close();
      await on.store.close();
      await expect(on.store.accept(arrival("c1", "m2"))).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
      await expect(on.store.entries(conversationId("c1"), 0)).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
    });

    it("finishes on close what was asked for before", async () => {
      const accepted = on.store.accept(arrival("c1", "m1"));
      await on.store.close();
      expect(await accepted).toEqual({ kind: "accepted", seq: 1 });
      if (on.reopen === undefined) return;
      expect(await (await on.reopen()).entries(conversationId("c1"), 0)).toHaveLength(1);
    });
  });
}
