import Classifier from "natural/lib/natural/classifiers/classifier.js";
import type { Language } from "../core/language.ts";
import { GatedLearner, type Opinion } from "./gated-learner.ts";
import type { SparseVector } from "./linear-model.ts";
import { normalise, toWords } from "./normalise.ts";
import { BLOCKS, isShared, tokens } from "./tokens.ts";
import { fitSpace, toVector, type VectorSpace } from "./vector-space.ts";

export interface Sample {
  readonly text: string;
  readonly intent: string;
  /** The classifier's own language when absent. */
  readonly language?: Language;
}

/** Tokens of a sample; one of another language teaches only what its concepts say. */
export function toDocument(
  { text, language }: Sample,
  own: Language,
  isKnown?: (token: string) => boolean,
): readonly string[] {
  const found = tokens(toWords(normalise(text)), language ?? own, isKnown);
  return language === undefined || language === own ? found : found.filter(isShared);
}

/** natural's container with our features as its stemmer, our learner as its classifier, and sparse vectors in between. */
export class SparseClassifier extends Classifier<SparseVector> {
  readonly learner: GatedLearner;
  readonly language: Language;
  space: VectorSpace;

  constructor(language: Language, seed: number) {
    const learner = new GatedLearner(seed);
    super(learner, {
      tokenizeAndStem: (text) => tokens(toWords(normalise(text)), language, (token) => this.#isKnown(token)),
    });
    this.learner = learner;
    this.language = language;
    this.space = fitSpace([], BLOCKS[language]);
  }

  #isKnown(token: string): boolean {
    return this.language !== "ko" || this.space.ids.has(token);
  }

  addSample(sample: Sample): void {
    this.addDocument([...toDocument(sample, this.language)], sample.intent);
  }

  override textToFeatures(observation: string | string[]): SparseVector {
    const found = typeof observation === "string" ? this.stemmer.tokenizeAndStem(observation) : observation;
    return toVector(found, this.space);
  }

  override train(): void {
    this.space = fitSpace(
      this.docs.map((document) => document.text),
      BLOCKS[this.language],
    );
    super.train();
    this.docs = [];
  }

  opinion(text: string): Opinion {
    return this.learner.opinion(this.textToFeatures(text));
  }
}
