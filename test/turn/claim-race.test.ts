import { expect, it } from "vitest";
import type { DeskAct } from "../../src/core/activity.ts";
import { agentId, conversationId } from "../../src/core/ids.ts";
import { claimAll } from "../contract/store-fixtures.ts";
import { scriptedAssistant } from "./scripted-assistant.ts";

const RACES = 1_000;
const AT_ONCE = 50;
const agents = ["김상담", "이상담"].map((name) => ({ id: agentId(name), name }));

it(`two agents race ${RACES} times for a case: each has one owner, and the loser is told who won`, async () => {
  const { assistant, store } = await scriptedAssistant();
  const race = async (n: number): Promise<void> => {
    const conversation = conversationId(`race-${n}`);
    const arrive = (key: string, activity: Parameters<typeof assistant.intake>[0]["activity"]) =>
      assistant.intake({ conversation, channel: "web-chat", dedupeKey: `${n}-${key}`, activity });
    await arrive("said", { kind: "said", text: "contact_agent", masked: 0 });
    const ownerWhen = async (kind: "queued" | "agent") => {
      for (;;) {
        // Another race may be working on this conversation.
        await assistant.handle();
        const owner = (await store.conversation(conversation))?.state?.owner;
        if (owner?.kind === kind) return owner;
      }
    };
    const owner = await ownerWhen("queued");
    const act: DeskAct = { kind: "claim" };
    const claim = (agent: (typeof agents)[number]) =>
      arrive(agent.name, { kind: "desk", agent, act, case: owner.case });
    const order = n % 2 === 0 ? agents : agents.toReversed();
    // Both handle at once, as two processes do.
    await Promise.all([...order.map(claim), assistant.handle(), assistant.handle()]);
    const after = await ownerWhen("agent");
    const winner = (await store.case(owner.case))?.agent?.name;
    expect(after).toMatchObject({ kind: "agent", agent: winner });
    winners.push(winner ?? "nobody");
    const entries = await store.entries(conversation, 0);
    expect(entries.filter(({ body }) => body.kind === "desk" && body.event === "claim")).toHaveLength(1);
  };
  const winners: string[] = [];
  for (let n = 0; n < RACES; n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => race(n + i)));

  await assistant.handle();
  const refusals: string[] = [];
  for (let due = await claimAll(store, 500); due.length > 0; due = await claimAll(store, 500)) {
    for (const { cargo, ...attempt } of due) {
      if (cargo.target === "desk" && cargo.news.kind === "refused") {
        expect(cargo.news).toMatchObject({ why: "taken", holder: cargo.news.agent === "김상담" ? "이상담" : "김상담" });
        refusals.push(cargo.news.agent);
      }
      await store.settleDelivery(attempt, { kind: "sent" });
    }
  }
  expect(winners).toHaveLength(RACES);
  expect(refusals).toHaveLength(RACES);
  expect(new Set(winners)).toEqual(new Set(["김상담", "이상담"]));
  await store.close();
}, 60_000);
