import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAssistant } from "../../src/assistant.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { withUndo } from "../../src/content/with-undo.ts";
import type { DeskAct } from "../../src/core/activity.ts";
import { agentId, conversationId } from "../../src/core/ids.ts";
import type { Store } from "../../src/ports/store.ts";
import { projectRoot } from "../../src/project-root.ts";
import { createKeptLog } from "../http/create-kept-log.ts";
import { scripted } from "../turn/scripted-assistant.ts";
import { manualClock } from "./manual-clock.ts";
import { claimAll, type OpenStore, type StoreUnderTest, wordsOf } from "./store-fixtures.ts";

const content = await loadContent(projectRoot);
const kim = { id: agentId("kim"), name: "김상담" };
const lead = { id: agentId("lead"), name: "박팀장" };
const RACES = 40;

/** A Monday morning, as the clock of the store under test is not. */
const MONDAY = "2026-01-12T01:00:00.000Z";

/** The time in which an agent can take a reply back, on any store: decided by the order in which the store took things in. */
export function undoContract(name: string, open: OpenStore): void {
  describe(`replies that can be taken back: ${name}`, () => {
    let on: StoreUnderTest;
    let store: Store;
    let clock: ReturnType<typeof manualClock>;
    let assistant: ReturnType<typeof createAssistant>;
    let made = 0;
    const begin = (opened: Store): void => {
      store = opened;
      const use = { content: withUndo(content, 10), incident: "kt-2025", understand: scripted, store, clock };
      assistant = createAssistant({ ...use, log: createKeptLog(), newId: () => `id-${made++}` });
    };
    beforeEach(async () => {
      on = await open();
      clock = manualClock(MONDAY);
      begin(on.store);
    });
    afterEach(() => on.dispose());

    const pass = async (ms: number): Promise<void> => {
      clock.advance(ms);
      await on.clock.advance(ms);
      await assistant.fireTimers();
      await assistant.handle();
    };
    const arrive = (id: string, activity: Parameters<typeof assistant.intake>[0]["activity"]) =>
      assistant.intake({ conversation: conversationId(id), channel: "web-chat", dedupeKey: `k-${made++}`, activity });
    const says = async (text: string, id = "c1"): Promise<void> => {
      await arrive(id, { kind: "said", text, masked: 0 });
      await assistant.handle();
    };
    /** Resolves to the place of the act. */
    const act = async (wish: DeskAct, agent = kim, id = "c1"): Promise<number> => {
      const { seq } = await arrive(id, { kind: "desk", agent, act: wish, ...(agent === lead ? { lead: true } : {}) });
      await assistant.handle();
      return seq;
    };
    const claimed = async (id = "c1"): Promise<void> => {
      await says("contact_agent", id);
      await act({ kind: "claim" }, kim, id);
      await sent();
    };
    /** Sends all that is due; the words, in order. */
    const sent = async (): Promise<readonly string[]> => {
      const words: string[] = [];
      for (let due = await claimAll(store, 100); due.length > 0; due = await claimAll(store, 100)) {
        for (const delivery of due) {
          const { cargo } = delivery;
          if (cargo.target === "channel") words.push(`${cargo.entry.conversation}: ${wordsOf(cargo.entry.body)}`);
          else if (cargo.target === "desk" && cargo.news.kind === "refused") words.push(`refused ${cargo.news.why}`);
          await store.settleDelivery(delivery, { kind: "sent" });
        }
      }
      return words;
    };
    const seen = async (id = "c1") =>
      (await store.entries(conversationId(id), 0)).flatMap(({ body }) => (body.kind === "agent" ? [body.text] : []));

    it("leaves after ten seconds and not before, and until then no history shows it", async () => {
      await claimed();
      await act({ kind: "reply", text: "안녕하세요" });
      await pass(9_900);
      expect([await sent(), await seen()]).toEqual([[], []]);
      await pass(200);
      expect([await sent(), await seen()]).toEqual([["c1: 안녕하세요"], ["안녕하세요"]]);
      await pass(60_000);
      expect(await sent()).toEqual([]);
    });

    it("stays with staff, as a note, when it is taken back", async () => {
      await claimed();
      const reply = await act({ kind: "reply", text: "잘못 썼어요" });
      await pass(9_000);
      await act({ kind: "take-back", reply });
      await pass(60_000);
      expect([await sent(), await seen()]).toEqual([[], []]);
      const bodies = (await store.entries(conversationId("c1"), 0)).map(({ body }) => body);
      expect(bodies.slice(-2)).toEqual([
        { kind: "note", agentName: "김상담", text: "잘못 썼어요", agent: "kim", reply },
        { kind: "desk", event: "take-back", agentName: "김상담", reply },
      ]);
    });

    it("says so when it is too late, taken back already, or somebody else's", async () => {
      await claimed();
      const first = await act({ kind: "reply", text: "하나" });
      await pass(10_100);
      await act({ kind: "take-back", reply: first });
      const second = await act({ kind: "reply", text: "둘" });
      await act({ kind: "take-back", reply: second }, { id: agentId("lee"), name: "이상담" });
      await act({ kind: "take-back", reply: second }, lead);
      await act({ kind: "take-back", reply: second });
      await pass(20_000);
      expect((await sent()).toSorted()).toEqual(["c1: 하나", ...Array(3).fill("refused not-held")]);
    });

    it("keeps the order of several, and each has its own time", async () => {
      await claimed();
      await act({ kind: "reply", text: "하나" });
      await pass(4_000);
      const second = await act({ kind: "reply", text: "둘" });
      await pass(4_000);
      await act({ kind: "reply", text: "셋" });
      await pass(2_100);
      expect(await sent()).toEqual(["c1: 하나"]);
      await act({ kind: "take-back", reply: second });
      await pass(6_000);
      expect(await sent()).toEqual([]);
      await pass(2_000);
      expect(await sent()).toEqual(["c1: 셋"]);
    });

    it("goes before the good-bye of an agent who ends the talk meanwhile", async () => {
      await claimed();
      await act({ kind: "reply", text: "다 됐어요" });
      await act({ kind: "close", reason: "answered" });
      const [first, ...others] = await sent();
      expect(first).toBe("c1: 다 됐어요");
      expect(others).toHaveLength(2);
      await pass(60_000);
      expect(await sent()).toEqual([]);
    });

    it("does not hold up what the customer says meanwhile, and follows it", async () => {
      await claimed();
      await act({ kind: "reply", text: "잠시만요" });
      await says("급해요");
      await pass(10_100);
      await sent();
      const talk = (await store.entries(conversationId("c1"), 0)).flatMap(({ body }) =>
        body.kind === "customer" || body.kind === "agent" ? [body.text] : [],
      );
      expect(talk).toEqual(["contact_agent", "급해요", "잠시만요"]);
    });

    it("outlives the process: what waits leaves in its time, what was taken back never does", async () => {
      if (on.reopen === undefined) return;
      await claimed("c1");
      await claimed("c2");
      await act({ kind: "reply", text: "남아요" }, kim, "c1");
      const reply = await act({ kind: "reply", text: "안 가요" }, kim, "c2");
      await arrive("c2", { kind: "desk", agent: kim, act: { kind: "take-back", reply } });
      begin(await on.reopen());
      await pass(5_000);
      expect(await sent()).toEqual([]);
      await pass(5_100);
      expect(await sent()).toEqual(["c1: 남아요"]);
      await pass(60_000);
      expect(await sent()).toEqual([]);
    });

    it(`has one winner when it is taken back at the moment at which it leaves, ${RACES} times`, async () => {
      const ids = Array.from({ length: RACES }, (_, n) => `r${n}`);
      const replies = new Map<string, number>();
      for (const id of ids) {
        await claimed(id);
        replies.set(id, await act({ kind: "reply", text: id }, kim, id));
      }
      clock.advance(10_000);
      await on.clock.advance(10_000);
      const takeBack = (id: string) =>
        arrive(id, { kind: "desk", agent: kim, act: { kind: "take-back", reply: replies.get(id) ?? 0 } });
      const half = ids.filter((_, n) => n % 2 === 0);
      // Both at once, and handled by two at once, as by two processes.
      await Promise.all([...half.map(takeBack), assistant.fireTimers(), assistant.handle(), assistant.handle()]);
      await Promise.all(ids.filter((id) => !half.includes(id)).map(takeBack));
      await assistant.fireTimers();
      await assistant.handle();
      const left = await sent();
      for (const id of ids) {
        const state = (await store.conversation(conversationId(id)))?.state;
        const events = (await store.entries(conversationId(id), 0)).map(({ body }) => body);
        const away = left.filter((words) => words === `${id}: ${id}`).length;
        const back = events.filter((body) => body.kind === "desk" && body.event === "take-back").length;
        expect([id, away + back, state?.held]).toEqual([id, 1, undefined]);
      }
      const away = left.filter((words) => words.startsWith("r") && words.includes(":")).length;
      expect(left.filter((words) => words === "refused not-held")).toHaveLength(away);
      expect(away).toBeGreaterThanOrEqual(RACES / 2);
    }, 60_000);
  });
}
