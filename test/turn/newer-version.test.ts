import { expect, it } from "vitest";
import type { Activity } from "../../src/core/activity.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { arrival, mustLease, turn } from "../contract/store-fixtures.ts";
import { scriptedAssistant } from "./scripted-assistant.ts";

/** What a newer version may store. */
const NEWER: readonly (readonly [string, unknown])[] = [
  ["a kind", { kind: "reacted", with: "thumbs-up" }],
  ["an act of the desk", { kind: "desk", agent: { id: "a", name: "a" }, act: { kind: "snooze" } }],
  ["a timer", { kind: "due", timer: "snooze-over", number: 1 }],
];

async function start() {
  const clock = manualClock("2026-01-12T01:00:00.000Z");
  const on = await scriptedAssistant(undefined, undefined, { clock });
  return { ...on, clock };
}

it.each(NEWER)(
  "%s that this version does not know is left to a newer process, behind what it can handle",
  async (_, activity) => {
    const { assistant, store, clock, log } = await start();
    await store.accept(arrival("c1", "k1", { kind: "said", text: "contact_agent", masked: 0 }));
    await store.accept(arrival("c1", "k2", activity as Activity));
    await store.accept(arrival("c1", "k3", { kind: "said", text: "더 있어요", masked: 0 }));
    await assistant.handle();
    await assistant.handle();
    const { id } = { id: arrival("c1", "k1").conversation };
    expect(await store.conversation(id)).toMatchObject({ handledSeq: 1, state: { owner: { kind: "queued" } } });
    expect(log.filter((line) => line.startsWith("left for a newer version"))).toHaveLength(1);
    expect(log.join()).not.toContain("turn failed");

    // The newer process, which knows what it is.
    clock.advance(2_000);
    const lease = await mustLease(store);
    expect(lease.pending.map(({ seq }) => seq)).toEqual([2, 3]);
    await store.commit(lease, turn(2, [], { ...(lease.state === undefined ? {} : { state: lease.state }) }));
    await store.release(lease);
    await assistant.handle();
    expect((await store.conversation(id))?.handledSeq).toBeGreaterThanOrEqual(3);
    await store.close();
  },
);

it("does not stand still for ever when no newer process comes back", async () => {
  const { assistant, store, clock } = await start();
  await store.accept(arrival("c1", "k1", { kind: "said", text: "contact_agent", masked: 0 }));
  await store.accept(arrival("c1", "k2", NEWER[0]?.[1] as Activity));
  await assistant.handle();
  clock.advance(15 * 60_000 + 2_000);
  await assistant.handle();
  const found = await store.conversation(arrival("c1", "k1").conversation);
  expect(found?.handledSeq).toBe(found?.lastSeq);
  await store.close();
});
