import type { Language } from "../core/language.ts";
import { GatedLearner, type Opinion, OUTSIDE } from "./gated-learner.ts";
import { seededRandom } from "./seeded-random.ts";
import { type Sample, toDocument } from "./sparse-classifier.ts";
import { BLOCKS } from "./tokens.ts";
import { fitSpace, toVector } from "./vector-space.ts";

/** What a model that had not seen the sample made of it. */
export interface Outcome {
  readonly sample: Sample;
  readonly opinion: Opinion;
}

export interface ValidationOptions {
  readonly language: Language;
  readonly seed: number;
  readonly folds: number;
}

/**
 * Judges each own-language sample by a model trained on the other folds. Samples of other languages only teach.
 * All folds share one space: how rare a token is says nothing about labels, and vectors are made once.
 */
export function crossValidate(samples: readonly Sample[], options: ValidationOptions): readonly Outcome[] {
  const { language, seed } = options;
  const folds = assignFolds(samples, options);
  const documents = samples.map((sample) => toDocument(sample, language));
  const space = fitSpace(documents, BLOCKS[language]);
  const vectors = documents.map((document) => toVector(document, space));
  const isKnownPair = (pair: string) => language !== "ko" || space.ids.has(`s:${pair}`);
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const learner = new GatedLearner(seed);
    samples.forEach(({ intent }, at) => {
      const vector = vectors[at];
      if (vector !== undefined && folds[at] !== fold) learner.addExample(vector, intent);
    });
    learner.train();
    samples.forEach((sample, at) => {
      if (folds[at] !== fold) return;
      const vector = toVector(toDocument(sample, language, isKnownPair), space);
      outcomes.push({ sample, opinion: learner.opinion(vector) });
    });
  }
  return outcomes;
}

/** Spreads each intent evenly; −1 for samples that are never held out. */
function assignFolds(samples: readonly Sample[], { language, seed, folds }: ValidationOptions): readonly number[] {
  const random = seededRandom(seed);
  const next = new Map<string, number>();
  const order = samples.map((_, at) => ({ at, key: random() })).sort((a, b) => a.key - b.key);
  const result = new Array<number>(samples.length).fill(-1);
  for (const { at } of order) {
    const sample = samples[at];
    if (sample === undefined || (sample.language ?? language) !== language) continue;
    const turn = next.get(sample.intent) ?? 0;
    next.set(sample.intent, turn + 1);
    result[at] = turn % folds;
  }
  return result;
}

export const isInside = (outcome: Outcome): boolean => outcome.sample.intent !== OUTSIDE;

export const isRight = ({ sample, opinion }: Outcome): boolean => opinion.ranked[0]?.label === sample.intent;

/** Share of in-scope samples whose intent is among the best `count`. */
export function accuracy(outcomes: readonly Outcome[], count: number): number {
  const inside = outcomes.filter(isInside);
  const right = inside.filter(({ sample, opinion }) =>
    opinion.ranked.slice(0, count).some((entry) => entry.label === sample.intent),
  );
  return right.length / Math.max(1, inside.length);
}
