import { type Classification, type Classifier, trainClassifier } from "../../../src/understanding/index.ts";
import type { Heard, TextEngine, TextModel } from "./text-engine.ts";

export const ownTexts: TextEngine = {
  name: "own",
  learn: (samples, language) => ownModel(trainClassifier(samples, { language })),
};

export const ownModel = (classifier: Classifier): TextModel => ({
  hear: (text) => toHeard(classifier.classify(text)),
  bytes: () => classifier.save().length,
});

function toHeard({ intent, confidence, scope, band, alternatives }: Classification): Heard {
  const ranked = band === "rejected" ? alternatives : [{ intent, confidence }, ...alternatives];
  return { ranked, scope, sureness: scope * (ranked[0]?.confidence ?? 0), band };
}
