import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UnclearUtterance } from "../../src/core/review.ts";
import { agent, arrival, LEASE_MS, mustLease, type OpenStore, type StoreUnderTest, turn } from "./store-fixtures.ts";

const unclear = (text: string, more: Partial<UnclearUtterance> = {}): UnclearUtterance => ({
  id: `id of ${text}`,
  text,
  language: "ko",
  guesses: [{ intent: "waiver_window", confidence: 0.4 }],
  day: "2026-01-10",
  ...more,
});

export function describeReviews(open: OpenStore): void {
  describe("the review list", () => {
    let on: StoreUnderTest;
    let messages = 0;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    /** A turn in which the bot did not understand these. */
    const notUnderstood = async (...utterances: readonly UnclearUtterance[]) => {
      messages += 1;
      const { seq } = await on.store.accept(arrival("c1", `m${messages}`));
      const lease = await mustLease(on.store);
      await on.store.commit(lease, turn(seq, [], { unclear: utterances }));
      await on.store.release(lease);
    };
    const texts = async (status: "open" | "labelled" | "dismissed" | "proposed", limit = 10) =>
      (await on.store.reviews(status, limit)).map(({ text }) => text);

    it("holds what a turn did not understand", async () => {
      await notUnderstood(unclear("뭐시기"));
      expect(await on.store.reviews("open", 10)).toEqual([
        {
          id: "id of 뭐시기",
          text: "뭐시기",
          language: "ko",
          guesses: [{ intent: "waiver_window", confidence: 0.4 }],
          count: 1,
          firstDay: "2026-01-10",
          lastDay: "2026-01-10",
          status: "open",
        },
      ]);
    });

    it("counts what is said again, with the newest guesses, and lists it once", async () => {
      await notUnderstood(unclear("뭐시기"), unclear("저시기"));
      await notUnderstood(unclear("뭐시기", { day: "2026-01-12", guesses: [] }));
      const [first, ...others] = await on.store.reviews("open", 10);
      expect(first).toMatchObject({ count: 2, firstDay: "2026-01-10", lastDay: "2026-01-12", guesses: [] });
      expect(others).toHaveLength(1);
    });

    it("names what was said last first, then what was said most often", async () => {
      await notUnderstood(unclear("한 번"), unclear("두 번"), unclear("두 번"));
      await notUnderstood(unclear("나중", { day: "2026-01-11" }));
      expect(await texts("open")).toEqual(["나중", "두 번", "한 번"]);
      expect(await texts("open", 2)).toEqual(["나중", "두 번"]);
    });

    it("keeps nothing of a turn that was not committed", async () => {
      await on.store.accept(arrival("c1", "late"));
      const late = await mustLease(on.store);
      await on.clock.advance(LEASE_MS);
      await mustLease(on.store);
      expect(await on.store.commit(late, turn(1, [], { unclear: [unclear("뭐시기")] }))).toBe("fenced");
      const bad = turn(1, [], { unclear: [unclear("뭐시기")], deliveries: [{ target: "channel", entry: 7 }] });
      await on.clock.advance(LEASE_MS);
      await expect(on.store.commit(await mustLease(on.store), bad)).rejects.toMatchObject({ code: "GUARD_REFUSED" });
      expect(await texts("open")).toEqual([]);
    });

    it("gives a label to what is open, once", async () => {
      await notUnderstood(unclear("뭐시기"));
      const other = { id: agent.id, name: "늦은 상담원" };
      const label = { kind: "label", label: "waiver_window", agent } as const;
      const results = await Promise.all([
        on.store.review("id of 뭐시기", label),
        on.store.review("id of 뭐시기", { kind: "label", label: "deny", agent: other }),
        on.store.review("id of 뭐시기", { kind: "dismiss", agent: other }),
        on.store.review("no such id", label),
      ]);
      expect(results).toEqual([true, false, false, false]);
      expect(await texts("open")).toEqual([]);
      expect(await on.store.reviews("labelled", 10)).toMatchObject([{ label: "waiver_window", agent }]);
    });

    it("takes a label or a dismissal back", async () => {
      await notUnderstood(unclear("하나"), unclear("둘"));
      await on.store.review("id of 하나", { kind: "label", label: "deny", agent });
      await on.store.review("id of 둘", { kind: "dismiss", agent });
      expect([await texts("labelled"), await texts("dismissed")]).toEqual([["하나"], ["둘"]]);
      expect(await on.store.review("id of 하나", { kind: "reopen" })).toBe(true);
      expect(await on.store.review("id of 둘", { kind: "reopen" })).toBe(true);
      expect(await on.store.review("id of 둘", { kind: "reopen" })).toBe(false);
      const items = await on.store.reviews("open", 10);
      expect(items.map(({ label, agent: by }) => [label, by])).toEqual([
        [undefined, undefined],
        [undefined, undefined],
      ]);
    });

    it("marks as proposed only what still has the label that was proposed", async () => {
      await notUnderstood(unclear("뭐시기"));
      const propose = { kind: "propose", label: "waiver_window" } as const;
      expect(await on.store.review("id of 뭐시기", propose)).toBe(false);
      await on.store.review("id of 뭐시기", { kind: "label", label: "deny", agent });
      expect(await on.store.review("id of 뭐시기", propose)).toBe(false);
      expect(await on.store.review("id of 뭐시기", { kind: "propose", label: "deny" })).toBe(true);
      expect(await on.store.review("id of 뭐시기", { kind: "reopen" })).toBe(false);
      expect(await texts("proposed")).toEqual(["뭐시기"]);
    });

    it("does not bring back what staff are done with", async () => {
      await notUnderstood(unclear("뭐시기"));
      await on.store.review("id of 뭐시기", { kind: "dismiss", agent });
      await notUnderstood(unclear("뭐시기"));
      expect(await texts("open")).toEqual([]);
      expect(await on.store.reviews("dismissed", 10)).toMatchObject([{ count: 2 }]);
    });

    it("outlives the process", async () => {
      await notUnderstood(unclear("뭐시기"));
      await on.store.review("id of 뭐시기", { kind: "label", label: "deny", agent });
      if (on.reopen === undefined) return;
      const store = await on.reopen();
      expect(await store.reviews("labelled", 10)).toMatchObject([{ text: "뭐시기", label: "deny", agent }]);
    });
  });
}
