import type { Language } from "../core/language.ts";
import { type Opinion, OUTSIDE } from "./gated-learner.ts";
import { seededRandom } from "./seeded-random.ts";
import { type Sample, SparseClassifier } from "./sparse-classifier.ts";

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

/** Judges each own-language sample by a model trained on the other folds. Samples of other languages only teach. */
export function crossValidate(samples: readonly Sample[], options: ValidationOptions): readonly Outcome[] {
  const folds = assignFolds(samples, options);
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const model = new SparseClassifier(options.language, options.seed);
    samples.forEach((sample, at) => {
      if (folds[at] !== fold) model.addSample(sample);
    });
    model.train();
    samples.forEach((sample, at) => {
      if (folds[at] === fold) outcomes.push({ sample, opinion: model.opinion(sample.text) });
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

/** Share of in-scope samples whose intent is among the best `count`. */
export function accuracy(outcomes: readonly Outcome[], count: number): number {
  const inside = outcomes.filter(isInside);
  const right = inside.filter(({ sample, opinion }) =>
    opinion.ranked.slice(0, count).some((entry) => entry.label === sample.intent),
  );
  return right.length / Math.max(1, inside.length);
}
