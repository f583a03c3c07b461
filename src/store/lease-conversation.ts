import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { Lease } from "../ports/store.ts";
import type { Talk } from "./create-talks.ts";
import type { OpenTables } from "./open-tables.ts";

type Known = Pick<OpenTables, "talks" | "leases">;

/** Leases the conversation whose oldest unhandled arrival is first in the order of places, among those in memory. */
export function leaseConversation({ talks, leases }: Known, now: Instant): Lease | undefined {
  const talk = talks.first((id) => leases.isFree(id, now));
  return talk === undefined ? undefined : leaseOf(talk, leases.take(talk.id, now));
}

/** The same, where some of what waits is only on disk. */
export function leaseFromDisk(known: Known, now: Instant): Lease | undefined {
  for (;;) {
    const lease = leaseConversation(known, now);
    if (lease !== undefined || !known.talks.hasMore()) return lease;
    known.talks.readMore();
  }
}

const leaseOf = ({ id, channel, state, waiting, open }: Talk, fence: number): Lease => ({
  conversation: id,
  channel,
  fence,
  ...(state === null ? {} : { state: read<ConversationState>(state) }),
  pending: waiting.map(({ seq, at, activity }) => ({ seq, at, activity })),
  ...(open === undefined ? {} : { case: read<Case>(open) }),
});

/** What the store itself wrote; trusted to have the shape it was written with. */
function read<T>(json: string): T {
  const value: T = JSON.parse(json);
  return value;
}
