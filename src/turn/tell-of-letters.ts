import type { ConversationId } from "../core/ids.ts";
import type { Lease, Store, TurnCommit } from "../ports/store.ts";

/** Somebody other than the customer brought about words for the customer. */
export type TellOfLetter = (channel: string, conversation: ConversationId) => void;

/** The same store, telling after the commit of words that answer no message of the customer. A hint: lost with the process. */
export const tellOfLetters = (store: Store, tell: TellOfLetter): Store => ({
  ...store,
  commit: async (lease, turn) => {
    const result = await store.commit(lease, turn);
    if (result === "committed" && isUnasked(lease, turn)) tell(lease.channel, lease.conversation);
    return result;
  },
});

function isUnasked({ pending }: Lease, { handled, deliveries }: TurnCommit): boolean {
  const kind = pending.find(({ seq }) => seq === handled)?.activity.kind;
  return kind !== "said" && kind !== "opened" && deliveries.some(({ target }) => target === "channel");
}
