import { createHash } from "node:crypto";
import type { ConversationId } from "../../core/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { NewId } from "../../ports/new-id.ts";

/** Names for what comes without one. */
export interface Repetitions {
  /** The key of these bytes: that of the ones before, if they are repeated, otherwise a new one. */
  keyOf(conversation: ConversationId, body: Buffer): string;
  /** The customer got words: whatever comes from now on is meant anew. */
  answered(conversation: ConversationId): void;
}

const WINDOW_MS = 1_500;

/**
 * Naver gives messages no id and repeats nothing by itself; only the network on the way may bring one request twice, at once.
 * So the same bytes count as repeated for a moment, and only until we have answered: a second "네" that answers our next question
 * can only come after that question, and one before it says nothing that the first has not said. Of this process alone.
 */
export function createRepetitions(clock: Clock, newId: NewId): Repetitions {
  const last = new Map<ConversationId, { readonly digest: string; readonly key: string; readonly at: number }>();
  return {
    keyOf: (conversation, body) => {
      const now = Date.parse(clock.now());
      for (const [other, { at }] of last) {
        if (now - at <= WINDOW_MS) break;
        last.delete(other);
      }
      const digest = createHash("sha256").update(body).digest("base64");
      const known = last.get(conversation);
      if (known !== undefined && known.digest === digest) return known.key;
      const key = `naver:${newId()}`;
      last.delete(conversation);
      last.set(conversation, { digest, key, at: now });
      return key;
    },
    answered: (conversation) => last.delete(conversation),
  };
}
