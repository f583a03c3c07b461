import type { ConversationId } from "../../core/ids.ts";
import type { Letter } from "../../ports/channel.ts";

/** A request that waits for the replies of its conversation. */
export interface WaitingRequest {
  /** Letters handed to it so far, in order. */
  readonly letters: readonly Letter[];
  /** The place of the last letter that any request of this conversation was given. */
  handedTo(): number;
  /** Resolves at the next letter, or after `patienceMs`. */
  next(patienceMs: number): Promise<void>;
  leave(): void;
}

/**
 * Where letters meet the requests that wait for them. Only the delivery worker brings letters, so each goes out exactly
 * once: into a waiting request, or over the connector when none waits.
 */
export interface ReplyDesk {
  wait(conversation: ConversationId): WaitingRequest;
  /** False when nobody waits for it. */
  hand(letter: Letter): boolean;
}

interface Waiter {
  readonly letters: Letter[];
  wake: () => void;
}

export function createReplyDesk(): ReplyDesk {
  const waiting = new Map<ConversationId, { readonly waiters: Set<Waiter>; handedTo: number }>();
  return {
    wait: (conversation) => {
      const place = waiting.get(conversation) ?? { waiters: new Set<Waiter>(), handedTo: 0 };
      waiting.set(conversation, place);
      const waiter: Waiter = { letters: [], wake: () => undefined };
      place.waiters.add(waiter);
      return {
        letters: waiter.letters,
        handedTo: () => place.handedTo,
        next: (patienceMs) =>
          new Promise((resolve) => {
            const timer = setTimeout(resolve, patienceMs);
            waiter.wake = () => {
              clearTimeout(timer);
              resolve();
            };
          }),
        leave: () => {
          place.waiters.delete(waiter);
          if (place.waiters.size === 0) waiting.delete(conversation);
        },
      };
    },
    hand: (letter) => {
      const place = waiting.get(letter.conversation);
      // The request that has waited longest.
      const [waiter] = place?.waiters ?? [];
      if (place === undefined || waiter === undefined) return false;
      place.handedTo = letter.entry.seq;
      waiter.letters.push(letter);
      for (const each of place.waiters) each.wake();
      return true;
    },
  };
}
