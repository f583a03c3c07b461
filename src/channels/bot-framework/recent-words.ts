import type { Clock } from "../../ports/clock.ts";
import type { ConversationReference } from "./conversation-reference.ts";
import type { SaidThere } from "./parse-activity.ts";

/** Recognises words that a channel sends again under a new id, because it missed our answer. */
export interface RecentWords {
  /** The id under which the same was taken a short while ago; undefined when it was not. */
  firstId(reference: ConversationReference, said: SaidThere): string | undefined;
  /** Called once the words are on disk, and not before: else what failed could not be sent again. */
  remember(reference: ConversationReference, said: SaidThere): void;
}

const REMEMBERED_MS = 60_000;
const MAX_KEPT = 20_000;

/**
 * Words count as repeated when sender, conversation, text and the client's own time of writing are the same within a
 * minute, and only the id differs. Without that time nothing is taken for repeated: people do say "네" twice.
 * Kept in this process only.
 */
export function createRecentWords(clock: Clock): RecentWords {
  const kept = new Map<string, { readonly id: string; readonly untilMs: number }>();
  const nowMs = (): number => Date.parse(clock.now());
  return {
    firstId: (reference, said) => {
      const before = kept.get(keyOf(reference, said));
      if (before === undefined || before.untilMs > nowMs()) return before?.id;
      kept.delete(keyOf(reference, said));
      return undefined;
    },
    remember: (reference, said) => {
      const key = keyOf(reference, said);
      if (said.writtenAt === undefined || reference.activity === undefined || kept.has(key)) return;
      kept.set(key, { id: reference.activity, untilMs: nowMs() + REMEMBERED_MS });
      const oldest = kept.keys().next();
      if (kept.size > MAX_KEPT && !oldest.done) kept.delete(oldest.value);
    },
  };
}

const keyOf = ({ channelId, conversation, customer }: ConversationReference, { writtenAt, text }: SaidThere): string =>
  JSON.stringify([channelId, conversation, customer, writtenAt, text]);
