import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallBackTicket } from "../../src/core/call-back-ticket.ts";
import { caseId, conversationId } from "../../src/core/ids.ts";
import type { SupportCargo } from "../../src/ports/delivery.ts";
import type { Store, TurnCommit, Want } from "../../src/ports/store.ts";
import { arrival, caseOf, mustLease, type OpenStore, type StoreUnderTest, turn } from "./store-fixtures.ts";

const AMPLE = { perSecond: 1_000, burst: 1_000 };
const WANTS: readonly Want[] = ["support-hub", "support-webhook", "desk"].map((target) => ({
  target,
  max: 10,
  budget: AMPLE,
}));

const initiate = (id: string): SupportCargo => ({
  target: "support",
  via: "support-webhook",
  post: { kind: "initiate", case: caseId(id), support: `${id}_s` },
});

const ticket = (id: string, more: Partial<CallBackTicket> = {}): CallBackTicket => ({
  case: caseId(id),
  conversation: conversationId("c1"),
  status: "open",
  slot: { from: "2026-01-12T09:00", to: "2026-01-12T12:00" },
  language: "ko",
  changedAt: "2026-01-10T01:00:00.000Z",
  version: 1,
  ...more,
});

async function commit(store: Store, conversation: string, key: string, more: Partial<TurnCommit>): Promise<number> {
  const { seq } = await store.accept(arrival(conversation, key));
  const lease = await mustLease(store);
  expect(await store.commit(lease, turn(seq, [], more))).toBe("committed");
  await store.release(lease);
  return seq;
}

export function describeSupport(open: OpenStore): void {
  describe("live support, call backs and surveys", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("hands out what is for live support to whoever asks for that target, in the order of its own lane", async () => {
      const news = { kind: "case-changed", case: caseId("k1") } as const;
      const withdraw: SupportCargo = { ...initiate("k1"), post: { ...initiate("k1").post, kind: "withdraw" } } as never;
      await commit(on.store, "c1", "m1", {
        deliveries: [{ target: "desk", news }, initiate("k1"), withdraw],
        case: caseOf("k1", "c1"),
      });
      const first = await on.store.claimDeliveries(WANTS);
      expect(first.map(({ cargo }) => cargo)).toEqual([{ target: "desk", news }, initiate("k1")]);
      expect(await on.store.claimDeliveries(WANTS)).toEqual([]);
      const [, post] = first;
      await on.store.settleDelivery(post ?? { id: 0, attempts: 0 }, { kind: "sent" });
      expect((await on.store.claimDeliveries(WANTS)).map(({ cargo }) => cargo)).toEqual([withdraw]);
    });

    it("keeps what may have arrived in doubt, and counts it by its target", async () => {
      await commit(on.store, "c1", "m1", { deliveries: [initiate("k1")] });
      const [claimed] = await on.store.claimDeliveries(WANTS);
      await on.store.settleDelivery(claimed ?? { id: 0, attempts: 0 }, { kind: "in-doubt", afterMs: 1_000 });
      expect((await on.store.figures()).deliveries).toMatchObject([{ to: "support-webhook", state: "new", count: 1 }]);
      await on.clock.advance(1_000);
      const [again] = await on.store.claimDeliveries(WANTS);
      expect(again).toMatchObject({ attempts: 2, doubt: { sendAnyway: false }, cargo: initiate("k1") });
      expect(await on.store.countUndelivered()).toEqual({ waiting: 0, unknown: 0, parked: 0, dead: 0 });
    });

    it("keeps one ticket of each case, and lists those that nobody has met, the soonest first", async () => {
      const later = { from: "2026-01-13T09:00", to: "2026-01-13T12:00" };
      await commit(on.store, "c1", "m1", { callBack: ticket("k1", { slot: later }) });
      await commit(on.store, "c2", "m2", { callBack: ticket("k2", { conversation: conversationId("c2") }) });
      expect((await on.store.callBacks(10)).map((one) => one.case)).toEqual(["k2", "k1"]);
      expect(await on.store.callBacks(1)).toHaveLength(1);
      const done = ticket("k2", { conversation: conversationId("c2"), status: "done", version: 2 });
      await commit(on.store, "c2", "m3", { callBack: done });
      expect((await on.store.callBacks(10)).map((one) => one.case)).toEqual(["k1"]);
      expect(await on.store.callBackOf(caseId("k2"))).toEqual(done);
      expect(await on.store.callBackOf(caseId("k3"))).toBeUndefined();
    });

    it("keeps a survey once for each case, with its answer and its comment", async () => {
      const of = { case: caseId("k1") };
      await commit(on.store, "c1", "m1", { surveys: [{ kind: "asked", ...of }] });
      await commit(on.store, "c1", "m2", { surveys: [{ kind: "asked", ...of }] });
      expect(await on.store.countSurveys()).toEqual({ asked: 1, yes: 0, middling: 0, no: 0 });
      expect(await on.store.surveys(10)).toEqual([]);
      await on.clock.advance(1_000);
      await commit(on.store, "c1", "m3", { surveys: [{ kind: "answered", answer: "no", ...of }] });
      await commit(on.store, "c1", "m4", { surveys: [{ kind: "commented", comment: "오래 걸렸어요", ...of }] });
      expect(await on.store.countSurveys()).toEqual({ asked: 1, yes: 0, middling: 0, no: 1 });
      expect(await on.store.surveys(10)).toEqual([
        {
          case: "k1",
          conversation: "c1",
          askedAt: "2026-01-10T01:00:00.000Z",
          answer: "no",
          comment: "오래 걸렸어요",
        },
      ]);
    });

    it("forgets a comment that is taken back, and all of it with the conversation", async () => {
      const of = { case: caseId("k1") };
      await commit(on.store, "c1", "m1", {
        surveys: [
          { kind: "asked", ...of },
          { kind: "answered", answer: "yes", ...of },
        ],
        callBack: ticket("k1"),
        deliveries: [initiate("k1")],
      });
      const { seq } = await on.store.accept(
        arrival("c1", "m2", { kind: "said", text: "고마워요", masked: 0, clientId: "x1" }),
      );
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(seq, [], { surveys: [{ kind: "commented", comment: "고마워요", ...of }] }));
      await on.store.release(lease);
      expect((await on.store.surveys(1))[0]?.comment).toBe("고마워요");
      expect(await on.store.erase(conversationId("c1"), "x1")).toBe(true);
      expect(await on.store.surveys(1)).toMatchObject([{ answer: "yes" }]);
      expect((await on.store.surveys(1))[0]?.comment).toBeUndefined();
      expect(await on.store.eraseConversation(conversationId("c1"))).toBe(true);
      expect(await on.store.surveys(1)).toEqual([]);
      expect(await on.store.callBacks(1)).toEqual([]);
      expect(await on.store.claimDeliveries(WANTS)).toEqual([]);
    });

    it("empties a transcript that was said when a message is taken back, and nothing else that the bot said", async () => {
      const said = (key: string) =>
        ({ kind: "bot", said: { key, text: `${key}: 비밀이에요`, sources: [], buttons: [] } }) as const;
      const { seq } = await on.store.accept(
        arrival("c1", "m1", { kind: "said", text: "비밀이에요", masked: 0, clientId: "x1" }),
      );
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(seq, [], { log: [said("feedback.transcript"), said("other.key")] }));
      await on.store.release(lease);
      expect(await on.store.erase(conversationId("c1"), "x1")).toBe(true);
      const entries = await on.store.entries(conversationId("c1"), 0);
      expect(entries.map(({ body }) => (body.kind === "bot" ? body.said.text : body.kind))).toEqual([
        "customer",
        "",
        "other.key: 비밀이에요",
      ]);
    });

    it("writes nothing of it when the turn was fenced out", async () => {
      const { seq } = await on.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(on.store);
      await on.store.release(lease);
      const more = { surveys: [{ kind: "asked", case: caseId("k1") } as const], callBack: ticket("k1") };
      expect(await on.store.commit(lease, turn(seq, [], { ...more, deliveries: [initiate("k1")] }))).toBe("fenced");
      expect((await on.store.countSurveys()).asked).toBe(0);
      expect(await on.store.callBacks(1)).toEqual([]);
      expect(await on.store.claimDeliveries(WANTS)).toEqual([]);
    });
  });
}
