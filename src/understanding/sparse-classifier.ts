import Classifier from "natural/lib/natural/classifiers/classifier.js";
import type { Language } from "../core/language.ts";
import { GatedLearner, type Opinion } from "./gated-learner.ts";
import { normalise, toWords } from "./normalise.ts";
import type { SparseVector } from "./softmax-regression.ts";
import { BLOCKS, isShared, tokens } from "./tokens.ts";
import { fitSpace, toVector, type VectorSpace } from "./vector-space.ts";

/** Tokens of fewer documents carry nothing over to other texts. */
const LEAST_DOCUMENTS = 2;

export interface Sample {
  readonly text: string;
  readonly intent: string;
  /** The classifier's own language when absent. */
  readonly language?: Language;
}

/** natural's container with our features as its stemmer, our learner as its classifier, and sparse vectors in between. */
export class SparseClassifier extends Classifier<SparseVector> {
  readonly learner: GatedLearner;
  readonly language: Language;
  space: VectorSpace;

  constructor(language: Language, seed: number) {
    const learner = new GatedLearner(seed);
    super(learner, { tokenizeAndStem: (text) => tokens(toWords(normalise(text)), language) });
    this.learner = learner;
    this.language = language;
    this.space = fitSpace([], BLOCKS[language], LEAST_DOCUMENTS);
  }

  /** A sample of another language teaches only what its concepts say. */
  addSample({ text, intent, language = this.language }: Sample): void {
    const found = tokens(toWords(normalise(text)), language);
    this.addDocument(language === this.language ? found : found.filter(isShared), intent);
  }

  override textToFeatures(observation: string | string[]): SparseVector {
    const found = typeof observation === "string" ? this.stemmer.tokenizeAndStem(observation) : observation;
    return toVector(found, this.space);
  }

  override train(): void {
    this.space = fitSpace(
      this.docs.map((document) => document.text),
      BLOCKS[this.language],
      LEAST_DOCUMENTS,
    );
    super.train();
    this.docs = [];
  }

  opinion(text: string): Opinion {
    return this.learner.opinion(this.textToFeatures(text));
  }
}
