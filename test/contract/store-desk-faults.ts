import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DeskFault } from "../../src/ports/desk-fault.ts";
import type { OpenStore, StoreUnderTest } from "./store-fixtures.ts";

const fault = (more: Partial<DeskFault> = {}): DeskFault => ({
  word: "is_archived",
  since: "2026-01-10T01:00:00.000Z",
  told: "nothing",
  version: 1,
  ...more,
});

export function describeDeskFaults(open: OpenStore): void {
  describe("the fault of the desk", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("is the newest, also after the end of the process", async () => {
      expect(await on.store.deskFault()).toBeUndefined();
      expect(await on.store.keepDeskFault(fault())).toBe(true);
      const over = fault({ endedAt: "2026-01-10T01:05:00.000Z", told: "beginning", version: 2 });
      expect(await on.store.keepDeskFault(over)).toBe(true);
      expect(await on.store.deskFault()).toEqual(over);
      if (on.reopen === undefined) return;
      expect(await (await on.reopen()).deskFault()).toEqual(over);
    });

    it("changes for one of those who read the same version", async () => {
      await on.store.keepDeskFault(fault());
      const kept = await Promise.all(
        ["a", "b", "c"].map((word) => on.store.keepDeskFault(fault({ word, version: 2 }))),
      );
      expect(kept.filter(Boolean)).toHaveLength(1);
      expect((await on.store.deskFault())?.word).toBe(["a", "b", "c"][kept.indexOf(true)]);
      expect(await on.store.keepDeskFault(fault())).toBe(false);
    });
  });
}
