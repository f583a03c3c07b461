import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agentId } from "../../src/core/ids.ts";
import { isNobodyThere } from "../../src/ports/agent-presence.ts";
import { agent, type OpenStore, type StoreUnderTest } from "./store-fixtures.ts";

const other = { id: agentId("agent-2"), name: "상담원 2" };

export function describePresences(open: OpenStore): void {
  describe("who takes cases now", () => {
    let on: StoreUnderTest;
    beforeEach(async () => {
      on = await open();
    });
    afterEach(() => on.dispose());

    it("is what each said last, since when it is so, the newest first", async () => {
      expect(await on.store.presences()).toEqual([]);
      await on.store.setPresence(agent, true);
      await on.clock.advance(1_000);
      await on.store.setPresence(other, false);
      await on.store.setPresence({ ...agent, name: "새 이름" }, true);
      expect(await on.store.presences()).toEqual([
        { agent: other, away: false, since: "2026-01-10T01:00:01.000Z" },
        { agent: { ...agent, name: "새 이름" }, away: true, since: "2026-01-10T01:00:00.000Z" },
      ]);
    });

    it("is kept over the end of the process", async () => {
      await on.store.setPresence(agent, true);
      if (on.reopen === undefined) return;
      expect(await (await on.reopen()).presences()).toMatchObject([{ agent, away: true }]);
    });

    it("is nobody only when all who said anything are away", async () => {
      const nobody = async () => isNobodyThere(await on.store.presences());
      expect(await nobody()).toBe(false);
      await on.store.setPresence(agent, true);
      expect(await nobody()).toBe(true);
      await on.store.setPresence(other, false);
      expect(await nobody()).toBe(false);
    });
  });
}
