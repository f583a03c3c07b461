import type { Instant } from "../core/day.ts";
import type { ConversationId } from "../core/ids.ts";
import type { Lease } from "../ports/store.ts";
import { addMs } from "./add-ms.ts";

/**
 * Who may work on which conversation. Kept in memory: the one process that has the data folder is the one that asks, and its
 * leases end with it.
 */
export interface Leases {
  isFree(conversation: ConversationId, now: Instant): boolean;
  /** Returns the fence: higher than every one before, of this process or of those before it. */
  take(conversation: ConversationId, now: Instant): number;
  /** False once somebody else has taken the conversation, or it was given back. */
  holds(lease: Pick<Lease, "conversation" | "fence">): boolean;
  prolong(lease: Lease, now: Instant): void;
  /** Nobody takes it before `until`. Does nothing for who does not hold it any more. */
  giveBack(lease: Lease, until: Instant | undefined): void;
  /** Whoever holds it, or any when none is named, cannot commit any more. */
  end(conversation?: ConversationId): void;
}

const FENCES_OF_ONE_START = 2 ** 32;

/** `starts` counts how often the store was opened, this time included. */
export function createLeases(starts: number, leaseMs: number): Leases {
  const held = new Map<ConversationId, { readonly fence?: number; readonly until: Instant }>();
  let fence = starts * FENCES_OF_ONE_START;
  const holds = (lease: Pick<Lease, "conversation" | "fence">): boolean =>
    held.get(lease.conversation)?.fence === lease.fence;
  return {
    holds,
    isFree: (conversation, now) => {
      const until = held.get(conversation)?.until;
      return until === undefined || until <= now;
    },
    take: (conversation, now) => {
      fence += 1;
      held.set(conversation, { fence, until: addMs(now, leaseMs) });
      return fence;
    },
    prolong: ({ conversation, fence: mine }, now) => {
      held.set(conversation, { fence: mine, until: addMs(now, leaseMs) });
    },
    giveBack: (lease, until) => {
      if (!holds(lease)) return;
      if (until === undefined) held.delete(lease.conversation);
      else held.set(lease.conversation, { until });
    },
    end: (conversation) => {
      if (conversation === undefined) held.clear();
      else held.delete(conversation);
    },
  };
}
