import { expect, it } from "vitest";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { tellOfLetters } from "../../src/turn/tell-of-letters.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { agent, arrival, mustLease, said, turn } from "../contract/store-fixtures.ts";

it("tells of words that answer no message of the customer, once they are written", async () => {
  const inner = await openSqlite({ folder: ":memory:", clock: manualClock() });
  const told: string[] = [];
  const store = tellOfLetters(inner, (channel, conversation) => told.push(`${channel} ${conversation}`));
  const reply = { kind: "desk", agent, act: { kind: "reply", text: "네" } } as const;
  const note = { kind: "desk", agent, act: { kind: "note", text: "메모" } } as const;
  for (const [key, activity, texts] of [
    ["m1", said("여보세요"), ["답"]],
    ["m2", note, []],
    ["m3", reply, ["상담원의 답"]],
    ["m4", { kind: "opened", language: "ko" }, ["인사"]],
  ] as const) {
    const { seq } = await store.accept(arrival("c1", key, activity));
    const lease = await mustLease(store);
    expect(await store.commit(lease, turn(seq, texts))).toBe("committed");
    await store.release(lease);
  }
  expect(told).toEqual(["web-chat c1"]);
  const { seq } = await store.accept(arrival("c1", "m5", reply));
  const lease = await mustLease(store);
  await store.release(lease);
  expect(await store.commit(lease, turn(seq, ["너무 늦은 답"]))).toBe("fenced");
  expect(told).toHaveLength(1);
  await inner.close();
});
