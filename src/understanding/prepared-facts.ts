import type { Bands } from "./bands.ts";
import { type Phrase, phrasePattern, valuePhrases } from "./phrases.ts";
import type { DateReading } from "./read-dates.ts";
import type { FactWords, Vocabulary } from "./vocabulary.ts";

/** A fact with its words as patterns. */
export interface PreparedFact {
  readonly fact: string;
  readonly kind: FactWords["kind"];
  readonly phrases: readonly Phrase[];
  readonly cues: readonly RegExp[];
  readonly anyCue: RegExp;
  readonly future: boolean;
  readonly bands?: Bands;
}

/** Words that stand under several facts ("없어요") say nothing unasked. */
export function prepareFacts(vocabulary: Vocabulary): readonly PreparedFact[] {
  const uses = new Map<string, Set<string>>();
  for (const [fact, words] of Object.entries(vocabulary.facts)) {
    for (const { pattern } of valuePhrases(words)) {
      uses.set(pattern.source, (uses.get(pattern.source) ?? new Set()).add(fact));
    }
  }
  return Object.entries(vocabulary.facts).map(([fact, words]) => {
    const phrases = valuePhrases(words).filter(({ pattern }) => uses.get(pattern.source)?.size === 1);
    const cues = [...(words.cues?.ko ?? []), ...(words.cues?.en ?? [])].map(phrasePattern);
    const { kind, bands } = words;
    return {
      ...{ fact, kind, phrases, cues, anyCue: anyOf(cues), future: words.future === true },
      ...(bands === undefined ? {} : { bands }),
    };
  });
}

/** One pattern for all; for none, one that matches nothing. */
export const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.length === 0 ? "(?!)" : patterns.map(({ source }) => source).join("|"));

export const isCued = (clause: string, { kind, cues, anyCue }: PreparedFact): boolean =>
  cues.length === 0 ? kind === "enum" : anyCue.test(clause.toLowerCase());

/** Whose cue stands nearest; one that follows the day counts as nearer, because Korean verbs come last. */
export function nearestFact(
  clause: string,
  day: DateReading,
  facts: readonly PreparedFact[],
): PreparedFact | undefined {
  let best: { fact: PreparedFact; distance: number } | undefined;
  for (const fact of facts) {
    for (const cue of fact.cues) {
      for (const match of clause.toLowerCase().matchAll(cue)) {
        const behind = match.index - (day.at + day.evidence.length);
        const distance = behind >= 0 ? behind : 10 + day.at - (match.index + match[0].length);
        if (best === undefined || distance < best.distance) best = { fact, distance };
      }
    }
  }
  return best?.fact;
}
