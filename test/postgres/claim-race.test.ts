import { describe, expect, it } from "vitest";
import { newConversation, type Owner } from "../../src/core/conversation.ts";
import { agentId, caseId, conversationId } from "../../src/core/ids.ts";
import { decideDesk } from "../../src/handoff/decide-desk.ts";
import type { Store } from "../../src/ports/store.ts";
import { arrival, caseOf, mustLease, turn } from "../contract/store-fixtures.ts";
import { hasPostgres, newSchema } from "./new-schema.ts";

const RACES = 200;
const agents = ["김상담", "이상담"].map((name) => ({ id: agentId(name), name }));

/** Handles the claims that wait, as a turn does: decided on the stored owner, written under the fence. */
async function handleClaims(store: Store, refused: string[]): Promise<void> {
  for (let lease = await store.lease(); lease !== undefined; lease = await store.lease()) {
    let state = lease.state ?? newConversation("ko");
    for (const { seq, activity } of lease.pending) {
      if (activity.kind !== "desk") throw new Error("Only claims are expected.");
      const [effect] = decideDesk(state.owner, activity, () => undefined).effects;
      const owner: Owner =
        effect?.kind === "claim" ? { kind: "agent", case: caseId("k"), agent: activity.agent.id } : state.owner;
      const before = state;
      state = { ...state, owner };
      if ((await store.commit(lease, turn(seq, [], { state }))) === "fenced") {
        state = before;
        break;
      }
      if (effect?.kind === "refuse") refused.push(lease.conversation);
    }
    await store.release(lease);
  }
}

describe.skipIf(!hasPostgres())("two agents at two processes", () => {
  it(`race ${RACES} times for a case: each has one owner`, async () => {
    const schema = await newSchema();
    const [one, two] = [await schema.open(), await schema.open()];
    const ids = Array.from({ length: RACES }, (_, n) => `c${n}`);
    for (const id of ids) {
      const { seq } = await one.accept(arrival(id, id));
      const lease = await mustLease(one);
      const state = { ...newConversation("ko"), owner: { kind: "queued", case: caseId("k") } as const };
      await one.commit(lease, turn(seq, [], { state, case: caseOf(`k-${id}`, id) }));
      await one.release(lease);
    }
    const refused: string[] = [];
    const claim = (store: Store, id: string, agent: (typeof agents)[number]) =>
      store.accept(arrival(id, `${id}-${agent.name}`, { kind: "desk", agent, act: { kind: "claim" } }));
    await Promise.all(ids.flatMap((id) => [one, two].map((store, n) => agents[n] && claim(store, id, agents[n]))));
    await Promise.all([one, two, one, two].map((store) => handleClaims(store, refused)));
    for (const store of [one, two]) await handleClaims(store, refused);
    const owners = await Promise.all(ids.map(async (id) => (await one.conversation(conversationId(id)))?.state?.owner));
    expect(owners.map((owner) => owner?.kind)).toEqual(ids.map(() => "agent"));
    expect(refused.toSorted()).toEqual(ids.toSorted());
    await one.close();
    await two.close();
    await schema.drop();
  }, 60_000);
});
