import type { CommitResult, Lease, TurnCommit } from "../../ports/store.ts";
import { createBatchLane } from "./batch-lane.ts";
import { createDoubt } from "./create-doubt.ts";
import type { Database } from "./database.ts";
import { freeUnknownLeases, type LeaseWith, leaseConversations, releaseConversation } from "./lease-conversations.ts";
import { writeTurn } from "./write-turn.ts";

const LARGEST = 32;

/** The leases of this process. */
export interface HeldLeases {
  take(): Promise<Lease | undefined>;
  commit(lease: Lease, turn: TurnCommit): Promise<CommitResult>;
  release(lease: Lease, retryAfterMs?: number): Promise<void>;
  /** A connection broke: the database may hold leases for this process that it does not know of. */
  doubt(): void;
}

/**
 * Remembers what is held, so that a lease whose answer was lost with its connection is given back at the next asking instead of
 * keeping a customer waiting until it expires. Requests that come together are one statement.
 */
export function holdLeases(db: Database, use: LeaseWith): HeldLeases {
  const held = new Map<string, Lease>();
  const doubt = createDoubt();
  const drop = (lease: Lease): void => {
    if (held.get(lease.conversation)?.fence === lease.fence) held.delete(lease.conversation);
  };
  const takeUp = async (max: number): Promise<readonly Lease[]> => {
    await doubt.resolve(() => freeUnknownLeases(db, use.worker, [...held.keys()]));
    const leases = await doubt.unless(() => leaseConversations(db, max, use));
    for (const lease of leases) held.set(lease.conversation, lease);
    return leases;
  };
  const lane = createBatchLane<undefined, Lease | undefined>(
    async (asked) => {
      const leases = await takeUp(asked.length);
      return (index) => leases[index];
    },
    { largest: LARGEST, harmless: () => false },
  );
  return {
    take: () => lane.add(undefined),
    commit: async (lease, turn) => {
      const result = await writeTurn(db, lease, turn, use.leaseMs);
      if (result === "fenced") drop(lease);
      return result;
    },
    release: async (lease, retryAfterMs) => {
      drop(lease);
      await releaseConversation(db, lease, retryAfterMs);
    },
    doubt: doubt.raise,
  };
}
