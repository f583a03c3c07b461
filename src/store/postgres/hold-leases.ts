import type { CommitResult, Lease, TurnCommit } from "../../ports/store.ts";
import { refuseWrongDeliveries } from "../refuse-wrong-deliveries.ts";
import { createBatchLane } from "./batch-lane.ts";
import { createDoubt } from "./create-doubt.ts";
import { type Database, isFaultOfOne } from "./database.ts";
import {
  freeUnknownLeases,
  type LeaseWith,
  leaseConversations,
  type Released,
  releaseConversations,
} from "./lease-conversations.ts";
import type { Written } from "./turn-columns.ts";
import { whyNot, writeTurns } from "./write-turns.ts";

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
  const committing = createBatchLane<Written, boolean>(
    async (written) => {
      const done = await writeTurns(db, written, use.leaseMs);
      return (index) => done.has(index);
    },
    { largest: LARGEST, harmless: isFaultOfOne },
  );
  /** One statement writes one turn of a conversation only. */
  const underWay = new Map<string, Promise<unknown>>();
  const write = async (one: Written): Promise<boolean> => {
    const { conversation } = one.lease;
    await underWay.get(conversation)?.catch(() => undefined);
    const writing = committing.add(one);
    underWay.set(conversation, writing);
    try {
      return await writing;
    } finally {
      if (underWay.get(conversation) === writing) underWay.delete(conversation);
    }
  };
  const releasing = createBatchLane<Released, void>(
    async (released) => {
      await releaseConversations(db, released);
      return () => undefined;
    },
    { largest: LARGEST, harmless: isFaultOfOne },
  );
  return {
    take: () => lane.add(undefined),
    commit: async (lease, turn) => {
      refuseWrongDeliveries(turn);
      if (await write({ lease, turn })) return "committed";
      const why = await whyNot(db, { lease, turn });
      if (why === "fenced") drop(lease);
      return why;
    },
    release: async (lease, retryAfterMs) => {
      drop(lease);
      await releasing.add({ lease, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    },
    doubt: doubt.raise,
  };
}
