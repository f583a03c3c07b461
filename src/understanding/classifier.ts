import type { Band } from "../core/understanding.ts";
import { likelihood, type Thresholds } from "./calibrate.ts";
import { OUTSIDE } from "./gated-learner.ts";
import { normalise, toKey } from "./normalise.ts";
import type { Quality } from "./quality.ts";
import type { SparseClassifier } from "./sparse-classifier.ts";

export interface Classification {
  /** A label of the samples, or `out_of_scope` when rejected. */
  readonly intent: string;
  /** Calibrated probability that the best intent is the right one. */
  readonly confidence: number;
  /** 0 to 1: how much the text looks like anything the samples are about. */
  readonly scope: number;
  readonly band: Band;
  /** The next best ones; for a rejected text the best ones. */
  readonly alternatives: readonly { readonly intent: string; readonly confidence: number }[];
}

export interface Classifier {
  classify(text: string): Classification;
  /** True when the word was seen in the samples. */
  knowsWord(word: string): boolean;
  readonly quality: Quality;
  save(): Buffer;
}

/** Everything that is learnt from samples. */
export interface TrainedModel {
  readonly classifier: SparseClassifier;
  readonly thresholds: Thresholds;
  readonly quality: Quality;
  /** Intent by key of each sample text. */
  readonly exact: ReadonlyMap<string, string>;
}

const ALTERNATIVES = 4;

export function classifyWith({ classifier, thresholds, exact }: TrainedModel, text: string): Classification {
  const clean = normalise(text);
  const key = toKey(clean);
  const known = exact.get(key);
  const { ranked, scope } = classifier.opinion(clean);
  const alternatives = ranked.map(({ label, value }) => ({ intent: label, confidence: value }));
  const [best, ...others] = alternatives;
  const rejected: Classification = {
    intent: OUTSIDE,
    confidence: 1 - scope,
    scope,
    band: "rejected",
    alternatives: alternatives.slice(0, ALTERNATIVES),
  };
  if (known === OUTSIDE) return { ...rejected, confidence: 1, scope: 0 };
  if (known !== undefined) {
    const rest = alternatives.filter((entry) => entry.intent !== known).slice(0, ALTERNATIVES);
    return { intent: known, confidence: 1, scope: 1, band: "sure", alternatives: rest };
  }
  if (best === undefined || key === "" || scope < thresholds.scope) return rejected;
  const band = likelihood(scope, best.confidence, thresholds) >= thresholds.sure ? "sure" : "unsure";
  return { ...best, scope, band, alternatives: others.slice(0, ALTERNATIVES) };
}
