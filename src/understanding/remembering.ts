import type { Understanding } from "../core/understanding.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";

export interface MemorySize {
  readonly messages: number;
  /** Letters of all messages kept and of what was made of them. */
  readonly letters: number;
  /** Of one message. */
  readonly longest: number;
}

/** About two megabytes at most. */
export const MEMORY_SIZE: MemorySize = { messages: 1_000, letters: 1_000_000, longest: 60 };

/** Places for marks of messages that were read once; who writes the same mark over another only delays a memory. */
const MARKS = 4_096;

/**
 * `understand` for messages that many customers send alike: buttons, greetings, the first questions of the day. A message is
 * kept from its second time on, and only if `isPublic` finds nothing personal in it; of one that came once only a mark stays,
 * which cannot be read back. What was not needed for longest makes place for the next.
 */
export function remembering(
  understand: Understand,
  isPublic: (text: string) => boolean,
  size: MemorySize = MEMORY_SIZE,
): Understand {
  const known = new Map<string, Kept>();
  const marks = new Int32Array(MARKS);
  let letters = 0;
  const keep = (key: string, understanding: Understanding): void => {
    const kept = { understanding, letters: key.length + JSON.stringify(understanding).length };
    known.set(key, kept);
    letters += kept.letters;
    for (const [oldest, { letters: freed }] of known) {
      if (known.size <= size.messages && letters <= size.letters) break;
      known.delete(oldest);
      letters -= freed;
    }
  };
  return (text, context) => {
    if (text.length > size.longest) return understand(text, context);
    const key = keyOf(text, context);
    const kept = known.get(key);
    if (kept !== undefined) {
      known.delete(key);
      known.set(key, kept);
      return kept.understanding;
    }
    const understanding = understand(text, context);
    const mark = markOf(key);
    const place = mark & (MARKS - 1);
    if (marks[place] !== mark) marks[place] = mark;
    else if (isPublic(text)) keep(key, understanding);
    return understanding;
  };
}

interface Kept {
  readonly understanding: Understanding;
  readonly letters: number;
}

const keyOf = (text: string, { language, today, open, lastDay, offered }: UnderstandingContext): string =>
  JSON.stringify([text, language, today, open, lastDay, offered]);

/** 32 bits of a text (FNV-1a, stirred). */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark ^ (mark >>> 15);
}
