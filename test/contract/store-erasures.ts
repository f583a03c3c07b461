import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import {
  arrival,
  caseOf,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wants,
  wordsOf,
} from "./store-fixtures.ts";

const c1 = conversationId("c1");
const sent = (text: string, clientId: string) => ({ kind: "said", text, masked: 1, clientId }) as const;
const gone = { kind: "customer", text: "", masked: 0, clientId: "x", erased: true };

export function describeErasures(open: OpenStore): void {
  describe("erasures", () => {
    let on: StoreUnderTest;
    const bodies = async () => (await on.store.entries(c1, 0)).map(({ body }) => body);
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("takes the words of one message out of the log and out of the waiting arrival", async () => {
      await on.store.accept(arrival("c1", "m1", sent("지울 말", "x")));
      await on.store.accept(arrival("c1", "m2", sent("남을 말", "y")));
      expect(await on.store.erase(c1, "x")).toBe(true);
      expect((await bodies()).map(wordsOf)).toEqual(["", "남을 말"]);
      expect((await bodies())[0]).toEqual(gone);
      const { pending } = await mustLease(on.store);
      expect(pending.map(({ activity }) => activity)).toEqual([
        { kind: "said", text: "", masked: 0, clientId: "x", erased: true },
        sent("남을 말", "y"),
      ]);
    });

    it("fences out the turn that has read the words", async () => {
      await on.store.accept(arrival("c1", "m1", sent("지울 말", "x")));
      const late = await mustLease(on.store);
      await on.store.erase(c1, "x");
      expect(await on.store.commit(late, turn(1, ["지울 말이라고 하셨네요"]))).toBe("fenced");
      expect((await mustLease(on.store)).pending).toMatchObject([{ seq: 1, activity: { erased: true } }]);
    });

    it("takes them out of the state, where facts keep their values", async () => {
      await on.store.accept(arrival("c1", "m1", sent("엊그제 해지했어요", "x")));
      const known = (evidence: string) =>
        ({ state: "known", value: "2026-01-08", from: "customer", evidence }) as const;
      const state = {
        ...newConversation("ko"),
        facts: { contract_event: known("엊그제 해지"), line_kind: known("다른 글") },
        hints: { left_at: { value: "2026-01-08", evidence: "엊그제" } },
        audit: { learnedAt: { contract_event: 1, line_kind: 7 } },
      };
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(1, ["답"], { state }));
      await on.store.release(lease);
      await on.store.erase(c1, "x");
      const { evidence: _, ...bare } = known("");
      expect((await on.store.conversation(c1))?.state).toEqual({
        ...state,
        facts: { contract_event: bare, line_kind: known("다른 글") },
        hints: {},
      });
      expect((await bodies()).map(wordsOf)).toEqual(["", "답"]);
    });

    it("tells the desk of the open case", async () => {
      await on.store.accept(arrival("c1", "m1", sent("지울 말", "x")));
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(1, [], { case: caseOf("k1", "c1") }));
      await on.store.release(lease);
      await on.store.erase(c1, "x");
      expect(await on.store.claimDeliveries(wants(10))).toMatchObject([
        { conversation: "c1", cargo: { target: "desk", news: { kind: "case-changed", case: "k1" } } },
      ]);
    });

    it.each(["one message", "the whole conversation"])(
      "takes %s off the review list, unless others said it, too",
      async (what) => {
        const unclear = (text: string) => ({ id: text, text, language: "ko", guesses: [], day: "2026-01-10" }) as const;
        const segment = (text: string) =>
          ({ text, intent: "out_of_scope", confidence: 0, band: "rejected", alternatives: [] }) as const;
        const understanding = {
          ...({ language: "ko", text: "내 비밀 010-1234-5678", facts: [], corrects: false } as const),
          segments: [segment("나만의 말"), segment("흔한 말")],
        };
        const record = { outcome: "clarifying", contentHash: "h", basis: [], understanding } as const;
        await on.store.accept(arrival("c1", "m1", sent("…", "x")));
        const lease = await mustLease(on.store);
        const listed = ["내 비밀 [전화번호 가림]", "나만의 말", "흔한 말", "남의 말"].map(unclear);
        await on.store.commit(lease, turn(1, [], { record, unclear: [...listed, unclear("흔한 말")] }));
        await on.store.release(lease);
        if (what === "one message") await on.store.erase(c1, "x");
        else await on.store.eraseConversation(c1);
        expect((await on.store.reviews("open", 10)).map(({ text }) => text).sort()).toEqual(["남의 말", "흔한 말"]);
      },
    );

    it("does nothing for a message that is not there, is erased already, or is of somebody else", async () => {
      await on.store.accept(arrival("c1", "m1", sent("지울 말", "x")));
      await on.store.accept(arrival("c2", "m2", sent("남의 말", "x")));
      expect(await on.store.erase(c1, "y")).toBe(false);
      expect(await on.store.erase(conversationId("c9"), "x")).toBe(false);
      expect(await on.store.erase(c1, "x")).toBe(true);
      expect(await on.store.erase(c1, "x")).toBe(false);
      expect((await on.store.entries(conversationId("c2"), 0)).map(({ body }) => wordsOf(body))).toEqual(["남의 말"]);
    });

    it("deletes a whole conversation, which may begin anew", async () => {
      await on.store.accept(arrival("c1", "m1"));
      await on.store.accept(arrival("c2", "m2"));
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(1, ["답"], { case: caseOf("k1", "c1") }));
      expect(await on.store.eraseConversation(c1)).toBe(true);
      expect(await on.store.eraseConversation(c1)).toBe(false);
      expect(await on.store.commit(lease, turn(2))).toBe("fenced");
      await on.store.release(lease);
      expect(await on.store.conversation(c1)).toBeUndefined();
      expect(await on.store.entries(c1, 0)).toEqual([]);
      expect(await on.store.cases(10)).toEqual([]);
      expect(await on.store.claimDeliveries(wants(10))).toEqual([]);
      expect(await on.store.accept(arrival("c1", "m1"))).toEqual({ kind: "accepted", seq: 1 });
      expect((await on.store.entries(conversationId("c2"), 0)).length).toBe(1);
    });
  });
}
