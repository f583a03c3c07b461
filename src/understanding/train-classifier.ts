import type { Language } from "../core/language.ts";
import { calibrated, chooseThresholds, fitCalibration } from "./calibrate.ts";
import { type Classifier, classifyWith, type TrainedModel } from "./classifier.ts";
import { crossValidate } from "./cross-validate.ts";
import { saveModel } from "./model-file.ts";
import { normalise, toKey } from "./normalise.ts";
import { measure } from "./quality.ts";
import { type Sample, SparseClassifier } from "./sparse-classifier.ts";

export interface TrainingOptions {
  readonly language: Language;
  readonly seed?: number;
  /** Parts for the cross-validation that sets temperature and thresholds. */
  readonly folds?: number;
}

/**
 * Learns intents from samples; the same samples and seed give the same model. Samples labelled `out_of_scope` are
 * negatives. Samples of another language help through the concepts that languages have in common.
 */
export function trainClassifier(samples: readonly Sample[], options: TrainingOptions): Classifier {
  const { language, seed = 1, folds = 4 } = options;
  const raw = crossValidate(samples, { language, seed, folds });
  const calibration = fitCalibration(raw);
  const classifier = new SparseClassifier(language, seed);
  for (const sample of samples) classifier.addSample(sample);
  classifier.train();
  classifier.learner.calibration = calibration;
  const outcomes = calibrated(raw, calibration);
  const thresholds = chooseThresholds(outcomes);
  return toClassifier({
    classifier,
    thresholds,
    quality: measure(outcomes, thresholds),
    exact: exactTexts(samples, language),
  });
}

export const toClassifier = (model: TrainedModel): Classifier => ({
  classify: (text) => classifyWith(model, text),
  knowsWord: (word) => model.classifier.space.ids.has(`w:${word}`),
  quality: model.quality,
  save: () => saveModel(model),
});

/** Texts that stand under one intent only. */
function exactTexts(samples: readonly Sample[], language: Language): ReadonlyMap<string, string> {
  const exact = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { text, intent, language: own = language } of samples) {
    const key = toKey(normalise(text));
    if (key === "" || own !== language) continue;
    if ((exact.get(key) ?? intent) !== intent) ambiguous.add(key);
    exact.set(key, intent);
  }
  for (const key of ambiguous) exact.delete(key);
  return exact;
}
