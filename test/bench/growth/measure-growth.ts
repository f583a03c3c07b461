import { newConversation } from "../../../src/core/conversation.ts";
import type { ConversationId } from "../../../src/core/ids.ts";
import type { Store } from "../../../src/ports/store.ts";
import { arrival, mustLease, turn, wants } from "../../contract/store-fixtures.ts";
import { nthConversation } from "./stored-talk.ts";

export const STEPS = ["accept", "turn", "deliver", "history", "cases", "figures"] as const;
export type Step = (typeof STEPS)[number];

/** A store with so many conversations in it. */
export interface Grown {
  readonly conversations: number;
  readonly store: Store;
}

/** Milliseconds of every step, in the order of the rounds. */
export type Times = Readonly<Record<Step, number[]>>;

const WARM_UP = 100;

/**
 * Goes round the stores, one step on each before the next step, so that whatever else the machine does falls on all of them alike.
 * Each round is a message of a customer who was here before, its turn, its delivery, and what customer and desk read.
 */
export async function measureGrowth(grown: readonly Grown[], rounds: number): Promise<readonly Times[]> {
  const times = grown.map(() => ({ accept: [], turn: [], deliver: [], history: [], cases: [], figures: [] }) as Times);
  let key = 0;
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const n = (round + WARM_UP) * 7_919;
    for (const step of STEPS) {
      // Each in its turn is the first: the first finds the disk at rest.
      for (let place = 0; place < grown.length; place += 1) {
        const at = (place + n) % grown.length;
        const one = grown[at];
        if (one === undefined) continue;
        const conversation = nthConversation(n % one.conversations);
        const start = performance.now();
        await act(one.store, step, conversation, `growth-${key++}`);
        if (round >= 0) times[at]?.[step].push(performance.now() - start);
      }
    }
  }
  return times;
}

async function act(store: Store, step: Step, conversation: ConversationId, key: string): Promise<void> {
  switch (step) {
    case "accept":
      await store.accept({ ...arrival(conversation, key), dedupeKey: `dl:${conversation}:${key}` });
      return;
    case "turn": {
      const lease = await mustLease(store);
      const [first] = lease.pending;
      const handled = turn(first?.seq ?? 0, ["답해 드릴게요."], { state: lease.state ?? newConversation("ko") });
      if ((await store.commit(lease, handled)) !== "committed") throw new Error("The turn was fenced.");
      await store.release(lease);
      return;
    }
    case "deliver": {
      const due = await store.claimDeliveries(wants(10));
      if (due.length !== 1) throw new Error(`Not one delivery but ${due.length}.`);
      for (const delivery of due) await store.settleDelivery(delivery, { kind: "sent" });
      return;
    }
    case "history":
      if ((await store.entries(conversation, 0)).length < 8) throw new Error("Some of the history is missing.");
      return;
    case "cases":
      await store.cases(50);
      return;
    case "figures":
      await store.figures();
  }
}
