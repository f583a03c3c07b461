/** A process that works on a store until it is killed, and says on stdout what it was promised. */
import { writeSync } from "node:fs";
import { newConversation } from "../../src/core/conversation.ts";
import { conversationId } from "../../src/core/ids.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { onMachineTime } from "./machine-clock.ts";

const [folder = "", run = ""] = process.argv.slice(2);
const CONVERSATIONS = ["c0", "c1", "c2", "c3"].map(conversationId);

// Written at once, so that no promise is lost in a buffer when the process is killed.
const say = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(" ")}\n`);

const store = await openSqlite({ folder, clock: onMachineTime, resend: () => true });
say("ready");

async function speak(conversation: (typeof CONVERSATIONS)[number]): Promise<never> {
  for (let i = 0; ; i += 1) {
    const dedupeKey = `${run}-${conversation}-${i}`;
    const activity = { kind: "said", text: dedupeKey, masked: 0 } as const;
    const { seq } = await store.accept({ conversation, channel: "web-chat", dedupeKey, activity });
    say("accepted", conversation, dedupeKey, seq);
  }
}

async function answer(): Promise<never> {
  for (;;) {
    const lease = await store.lease();
    if (lease === undefined) continue;
    let state = lease.state ?? newConversation("ko");
    for (const { seq } of lease.pending) {
      // Counts the turns, so that state, log and outbox can be held against each other.
      state = { ...state, unclear: state.unclear + 1 };
      const text = `answer to ${seq}`;
      await store.commit(lease, {
        handled: seq,
        state,
        log: [{ kind: "bot", said: { key: "test", text, sources: [], buttons: [] } }],
        deliveries: [{ target: "channel", entry: 0 }],
        record: { outcome: "answered", contentHash: "hash", basis: [] },
      });
      say("committed", lease.conversation, seq);
    }
    await store.release(lease);
  }
}

async function deliver(): Promise<never> {
  for (;;) {
    for (const { id } of await store.claimDeliveries(8)) {
      await store.settleDelivery(id, { kind: "sent" });
      say("sent", id);
    }
  }
}

await Promise.all([...CONVERSATIONS.map(speak), answer(), answer(), deliver()]);
