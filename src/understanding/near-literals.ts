import type { Concept } from "./concept.ts";
import { toJamo } from "./hangul.ts";

/** Lengths in syllables of the words that are looked for with one wrong letter; shorter ones are too often other words. */
const LENGTHS = [2, 3, 4, 5];
const JAMO = 3;
const ANY = ".";

/** Concepts by their Korean words with one letter left open. */
export type NearLiterals = ReadonlyMap<string, readonly string[]>;

/** The plain words of at least so many syllables among the alternatives of the concepts' patterns. */
export function indexLiterals(concepts: readonly Concept[], least: number): NearLiterals {
  const index = new Map<string, string[]>();
  for (const [concept, korean] of concepts) {
    for (const word of korean.split("|")) {
      if (!/^[가-힣]+$/.test(word) || word.length < least || !LENGTHS.includes(word.length)) continue;
      for (const key of withOneOpen(toJamo(word))) {
        const known = index.get(key);
        if (known === undefined) index.set(key, [concept]);
        else if (!known.includes(concept)) known.push(concept);
      }
    }
  }
  return index;
}

/**
 * Concepts of which a word stands in the text, spelt with one wrong letter. Only looked for in syllables that no text
 * had beside their neighbours before: anything else is some other word.
 */
export function nearConcepts(
  words: readonly string[],
  index: NearLiterals,
  isKnown: (pair: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const run of words.flatMap((word) => word.match(/[가-힣]{2,}/g) ?? [])) {
    const jamo = toJamo(run);
    for (const strange of strangeSyllables(run, isKnown)) {
      for (const key of keysAround(jamo, strange)) for (const concept of index.get(key) ?? []) found.add(concept);
    }
  }
  return found;
}

/** Places of syllables that were never seen beside the one before nor beside the one after. */
function strangeSyllables(run: string, isKnown: (pair: string) => boolean): readonly number[] {
  const known = Array.from({ length: run.length - 1 }, (_, at) => isKnown(run.slice(at, at + 2)));
  return Array.from(run, (_, at) => at).filter((at) => known[at - 1] !== true && known[at] !== true);
}

/** Every stretch with the syllable in it, with one letter of that syllable left open. */
function keysAround(jamo: string, syllable: number): readonly string[] {
  const keys: string[] = [];
  for (const length of LENGTHS) {
    const last = length === 2 ? 0 : syllable;
    for (let from = Math.max(0, syllable - length + 1); from <= last; from++) {
      const part = jamo.slice(from * JAMO, (from + length) * JAMO);
      if (part.length < length * JAMO) continue;
      for (let open = 0; open < JAMO; open++) keys.push(withOpen(part, (syllable - from) * JAMO + open));
    }
  }
  return keys;
}

const withOpen = (jamo: string, at: number): string => jamo.slice(0, at) + ANY + jamo.slice(at + 1);

const withOneOpen = (jamo: string): readonly string[] => Array.from(jamo, (_, at) => withOpen(jamo, at));
