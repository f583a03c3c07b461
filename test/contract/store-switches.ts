import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Said } from "../../src/core/message.ts";
import type { LogBody } from "../../src/ports/log-entry.ts";
import {
  agent,
  arrival,
  claimAll,
  mustLease,
  type OpenStore,
  type StoreUnderTest,
  turn,
  wordsOf,
  wordsOfDelivery,
} from "./store-fixtures.ts";

const NAME = "answer:kt-2025/waiver_window";
const off = { name: NAME, off: true, reason: "날짜를 다시 확인해요", agent } as const;
const on = { name: NAME, off: false, reason: "확인했어요", agent } as const;

const words = (text: string): Said => ({ key: "switches.answer-off", text, sources: [], buttons: [] });
const unsent = { answers: ["waiver_window"], instead: { ko: words("확인 중이에요"), en: words("being checked") } };
const answer = (text: string, key = "waiver_window.open"): LogBody => ({
  kind: "bot",
  said: { key, text, sources: [], buttons: [] },
});

export function describeSwitches(open: OpenStore): void {
  describe("switches", () => {
    let under: StoreUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.dispose());

    it("are all on at first", async () => {
      expect(await under.store.switches()).toEqual({ version: 0, off: [] });
      expect(await under.store.switchLog(10)).toEqual([]);
    });

    it("say who turned them, when and why, and keep every change", async () => {
      expect(await under.store.turnSwitch(off)).toEqual({ kind: "turned", version: 1 });
      await under.clock.advance(1_000);
      expect(await under.store.turnSwitch({ ...off, name: "bot:kakao" })).toEqual({ kind: "turned", version: 2 });
      const { version, off: standing } = await under.store.switches();
      expect([version, standing.map(({ name }) => name)]).toEqual([2, [NAME, "bot:kakao"]]);
      expect(standing[0]).toEqual({ ...off, version: 1, at: expect.stringMatching(/^2026-01-10T01:00:00\.\d{3}Z$/) });
      await under.store.turnSwitch(on);
      expect((await under.store.switches()).off.map(({ name }) => name)).toEqual(["bot:kakao"]);
      expect((await under.store.switchLog(2)).map(({ version: at, reason }) => [at, reason])).toEqual([
        [3, "확인했어요"],
        [2, "날짜를 다시 확인해요"],
      ]);
    });

    it("change nothing where they stand so already", async () => {
      expect(await under.store.turnSwitch(on)).toEqual({ kind: "already" });
      await under.store.turnSwitch(off);
      expect(await under.store.turnSwitch({ ...off, reason: "또" })).toEqual({ kind: "already" });
      expect(await under.store.switchLog(10)).toHaveLength(1);
    });

    it("are turned once by several who press at once, and none of several is lost", async () => {
      const same = await Promise.all(Array.from({ length: 8 }, () => under.store.turnSwitch(off)));
      expect(same.filter(({ kind }) => kind === "turned")).toHaveLength(1);
      await Promise.all(Array.from({ length: 8 }, (_, n) => under.store.turnSwitch({ ...off, name: `bot:${n}` })));
      expect(await under.store.switches()).toMatchObject({ version: 9, off: { length: 9 } });
    });

    it("let no turn be written that was decided before, and keep its lease", async () => {
      const { seq } = await under.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(under.store);
      await under.store.turnSwitch(off);
      expect(await under.store.commit(lease, turn(seq, ["옛 답"], { switches: 0 }))).toBe("outdated");
      expect(await claimAll(under.store)).toEqual([]);
      expect(await under.store.commit(lease, turn(seq, ["새 답"], { switches: 1 }))).toBe("committed");
      expect((await claimAll(under.store)).map(wordsOfDelivery)).toEqual(["새 답"]);
    });

    it("call a turn that is late in both ways overtaken", async () => {
      const { seq } = await under.store.accept(arrival("c1", "m1"));
      const lease = await mustLease(under.store);
      await under.store.commit(lease, turn(seq, ["답"], { switches: 0 }));
      await under.store.turnSwitch(off);
      expect(await under.store.commit(lease, turn(seq, ["답"], { switches: 0 }))).toBe("fenced");
    });

    it("replace the answer in words that nobody has tried to send, in their language, and nothing else", async () => {
      const log = [
        answer("면제 기간은 언제까지예요"),
        answer("The waiver runs until then"),
        answer("다른 답이에요", "comp_data.running"),
      ];
      const sayAll = async (conversation: string) => {
        const { seq } = await under.store.accept(arrival(conversation, `m-${conversation}`));
        const lease = await mustLease(under.store);
        const deliveries = log.map((_, entry) => ({ target: "channel", entry }) as const);
        await under.store.commit(lease, turn(seq, [], { log, deliveries }));
        await under.store.release(lease);
      };
      const told = async (conversation: string) =>
        (await under.store.entries(arrival(conversation, "").conversation, 1)).map(({ body }) => wordsOf(body));
      await sayAll("on-its-way");
      await claimAll(under.store, 1);
      await sayAll("waiting");
      await under.store.turnSwitch({ ...off, unsent });
      expect(await told("waiting")).toEqual(["확인 중이에요", "being checked", "다른 답이에요"]);
      expect(await told("on-its-way")).toEqual(["면제 기간은 언제까지예요", "being checked", "다른 답이에요"]);
    });

    it("replace nothing where they stand so already", async () => {
      await under.store.turnSwitch(off);
      const { seq } = await under.store.accept(arrival("c1", "m1"));
      const log = [answer("면제 기간은")];
      const sent = turn(seq, [], { log, deliveries: [{ target: "channel", entry: 0 }] });
      await under.store.commit(await mustLease(under.store), sent);
      await under.store.turnSwitch({ ...off, unsent });
      expect((await claimAll(under.store)).map(wordsOfDelivery)).toEqual(["면제 기간은"]);
    });

    it("outlive the process", async () => {
      await under.store.turnSwitch(off);
      if (under.reopen === undefined) return;
      const store = await under.reopen();
      expect(await store.switches()).toMatchObject({ version: 1, off: [{ name: NAME, agent }] });
    });
  });
}
