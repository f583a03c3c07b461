import type { Lease, Store } from "../ports/store.ts";
import { handleTurn, type TurnWith } from "./handle-turn.ts";

const RETRY_MS = 500;
/** Conversations worked on at once; their commits share fsyncs. */
const AT_ONCE = 32;

const never = (): boolean => false;

/** Leases conversations and handles their arrivals in order, one commit each, until none waits. */
export async function handleConversations(store: Store, use: TurnWith, stopped = never): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, () => leaseOneByOne(store, use, stopped)));
}

async function leaseOneByOne(store: Store, use: TurnWith, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const lease = await store.lease();
    if (lease === undefined) return;
    await handleLease(store, lease, use);
  }
}

/** Each arrival is decided on the state which the commit before it wrote. */
async function handleLease(store: Store, lease: Lease, use: TurnWith): Promise<void> {
  let held = lease;
  try {
    for (const arrival of lease.pending) {
      const turn = handleTurn(held, arrival, use);
      if ((await store.commit(held, turn)) === "fenced") {
        use.log.warn("fenced", { seq: arrival.seq });
        return;
      }
      use.log.info("turn", { seq: arrival.seq, outcome: turn.record.outcome });
      const { case: _, ...rest } = held;
      const open = turn.case !== undefined && turn.case.status !== "closed" ? { case: turn.case } : {};
      held = { ...rest, state: turn.state, ...open };
    }
    await store.release(held);
  } catch (error) {
    use.log.error("commit failed", { error: error instanceof Error ? error.name : "unknown" });
    await store.release(held, RETRY_MS).catch(() => undefined);
  }
}
