import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { caseId } from "../../src/core/ids.ts";
import type { DeskPlace } from "../../src/ports/desk-place.ts";
import type { OpenStore, StoreUnderTest } from "./store-fixtures.ts";

const begun = (more: Partial<DeskPlace> = {}): DeskPlace => ({
  case: caseId("k1"),
  shownSeq: 0,
  bornSeq: 0,
  mark: "card:1",
  begunAt: "2026-01-10T01:00:00.000Z",
  arrived: false,
  card: "",
  version: 1,
  ...more,
});

export function describePlaces(open: OpenStore): void {
  describe("places on the desk", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("are found by case and by place once they are known", async () => {
      expect(await on.store.placeOf(caseId("k1"))).toBeUndefined();
      expect(await on.store.keepPlace(begun())).toBe(true);
      expect(await on.store.placeOf(caseId("k1"))).toEqual(begun());
      const known = begun({ place: "T1/C1/1.5", arrived: true, version: 2 });
      expect(await on.store.keepPlace(known)).toBe(true);
      expect(await on.store.placeOf(caseId("k1"))).toEqual(known);
      expect(await on.store.caseAt("T1/C1/1.5")).toBe("k1");
      expect(await on.store.caseAt("T2/C1/1.5")).toBeUndefined();
    });

    it("that moved still lead from the old one to the case", async () => {
      await on.store.keepPlace(begun({ place: "T1/C1/1.5" }));
      await on.store.keepPlace(begun({ place: "T1/C2/2.5", version: 2 }));
      expect(await on.store.caseAt("T1/C1/1.5")).toBe("k1");
      expect(await on.store.caseAt("T1/C2/2.5")).toBe("k1");
    });

    it("change for one of those who read the same version", async () => {
      await on.store.keepPlace(begun());
      const kept = await Promise.all(
        [2, 3, 4].map((seq) => on.store.keepPlace(begun({ shownSeq: seq, version: 2, place: `T1/C1/${seq}` }))),
      );
      expect(kept.filter(Boolean)).toHaveLength(1);
      const won = await on.store.placeOf(caseId("k1"));
      expect(won?.shownSeq).toBe(2 + kept.indexOf(true));
      // A place that was not kept leads nowhere.
      expect(await on.store.caseAt(`T1/C1/${2 + kept.indexOf(false)}`)).toBeUndefined();
    });

    it("do not go back to an older version", async () => {
      await on.store.keepPlace(begun());
      await on.store.keepPlace(begun({ version: 2, shownSeq: 7 }));
      expect(await on.store.keepPlace(begun({ version: 2, shownSeq: 3 }))).toBe(false);
      expect(await on.store.keepPlace(begun({ shownSeq: 3 }))).toBe(false);
      expect((await on.store.placeOf(caseId("k1")))?.shownSeq).toBe(7);
    });
  });
}
