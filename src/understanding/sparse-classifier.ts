import Classifier from "natural/lib/natural/classifiers/classifier.js";
import type { Language } from "../core/language.ts";
import { GatedLearner, type Opinion } from "./gated-learner.ts";
import type { SparseVector } from "./linear-model.ts";
import { normalise, toWords } from "./normalise.ts";
import { createReader, type TextReader } from "./text-reader.ts";
import { BLOCKS, isShared, textParts, tokensOf } from "./tokens.ts";
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
  isKnownPair?: (pair: string) => boolean,
): readonly string[] {
  const found = tokensOf(textParts(toWords(normalise(text)), language ?? own, isKnownPair));
  return language === undefined || language === own ? found : found.filter(isShared);
}

/** natural's container with our features as its stemmer, our learner as its classifier, and sparse vectors in between. */
export class SparseClassifier extends Classifier<SparseVector> {
  readonly learner: GatedLearner;
  readonly language: Language;
  #space: VectorSpace;
  #reader: TextReader | undefined;

  constructor(language: Language, seed: number) {
    const learner = new GatedLearner(seed);
    super(learner, { tokenizeAndStem: (text) => [...toDocument({ text, intent: "" }, language)] });
    this.learner = learner;
    this.language = language;
    this.#space = fitSpace([], BLOCKS[language]);
  }

  get space(): VectorSpace {
    return this.#space;
  }

  set space(space: VectorSpace) {
    this.#space = space;
    this.#reader = undefined;
  }

  addSample(sample: Sample): void {
    this.addDocument([...toDocument(sample, this.language)], sample.intent);
  }

  override textToFeatures(observation: string | string[]): SparseVector {
    if (typeof observation !== "string") return toVector(observation, this.space);
    this.#reader ??= createReader(this.space, this.language);
    return this.#reader(toWords(normalise(observation)));
  }

  override train(): void {
    this.space = fitSpace(
      this.docs.map((document) => document.text),
      BLOCKS[this.language],
    );
    super.train();
    this.docs = [];
  }

  /** `text` is normalised. */
  opinion(text: string): Opinion {
    return this.learner.opinion(this.textToFeatures(text));
  }
}
