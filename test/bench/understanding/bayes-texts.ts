import { createRequire } from "node:module";
import { normalise } from "../../../src/understanding/index.ts";
import { OUTSIDE, type TextEngine } from "./text-engine.ts";

interface Bayes {
  addDocument(words: readonly string[], label: string): void;
  train(): void;
  getClassifications(words: readonly string[]): readonly { readonly label: string; readonly value: number }[];
}

const require = createRequire(import.meta.url);

/** natural's naive Bayes, fed with words: its own tokenizer drops Korean. `out_of_scope` is one more class to it. */
export function bayesTexts(): TextEngine {
  const BayesClassifier: new () => Bayes = require("natural/lib/natural/classifiers/bayes_classifier.js");
  const { version } = require("natural/package.json");
  return {
    name: `natural ${version} Bayes`,
    learn: (samples) => {
      const bayes = new BayesClassifier();
      for (const { text, intent } of samples) bayes.addDocument(wordsOf(text), intent);
      bayes.train();
      return {
        hear: (text) => {
          const values = bayes.getClassifications(wordsOf(text));
          const sum = values.reduce((total, { value }) => total + value, 0) || 1;
          const shares = values.map(({ label, value }) => ({ intent: label, confidence: value / sum }));
          const ranked = shares.filter(({ intent }) => intent !== OUTSIDE);
          const outside = shares.find(({ intent }) => intent === OUTSIDE)?.confidence;
          const best = ranked[0]?.confidence ?? 0;
          const acts = best >= (outside ?? 0);
          return {
            ranked,
            scope: outside === undefined ? best : 1 - outside,
            sureness: acts ? best : 0,
            band: acts ? "sure" : "rejected",
          };
        },
        bytes: () => Buffer.byteLength(JSON.stringify(bayes)),
      };
    },
  };
}

/** Marked, because natural keeps words in plain objects where `constructor` means something. */
const wordsOf = (text: string): readonly string[] =>
  (
    normalise(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).map((word) => `w:${word}`);
