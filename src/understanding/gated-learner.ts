import type { Learner } from "natural/lib/natural/classifiers/classifier.js";
import { SoftmaxRegression, type SparseVector, softmax } from "./softmax-regression.ts";

/** Label of examples that belong to no intent. */
export const OUTSIDE = "out_of_scope";

const INSIDE = "inside";
/** Negatives are few beside the examples of all intents together; each counts this often. */
const NEGATIVE_WEIGHT = 4;
/** How much the certainty about the intent adds to the gate's opinion; measured by cross-validation. */
const CERTAINTY_SHARE = 0.5;

export interface Opinion {
  /** Best first. */
  readonly ranked: readonly { readonly label: string; readonly value: number }[];
  /** 0 to 1: how much the text looks like anything this bot is for. */
  readonly scope: number;
}

/**
 * Which intent, and beside it whether it is any at all. The second question has its own small model: as one more
 * class, the negatives cost accuracy and refuse less.
 */
export class GatedLearner implements Learner<SparseVector> {
  readonly intents: SoftmaxRegression;
  readonly gate: SoftmaxRegression;
  temperature = 1;

  constructor(seed: number) {
    this.intents = new SoftmaxRegression({ seed });
    this.gate = new SoftmaxRegression({ seed, l2: 1e-4 });
  }

  addExample(vector: SparseVector, label: string): void {
    if (label !== OUTSIDE) this.intents.addExample(vector, label);
    for (let copy = 0; copy < (label === OUTSIDE ? NEGATIVE_WEIGHT : 1); copy++) {
      this.gate.addExample(vector, label === OUTSIDE ? OUTSIDE : INSIDE);
    }
  }

  train(): void {
    this.intents.train();
    this.gate.train();
  }

  opinion(vector: SparseVector): Opinion {
    const logits = this.intents.logits(vector);
    const shares = softmax(logits, this.temperature);
    const ranked = this.intents.labels
      .map((label, k) => ({ label, value: shares[k] ?? 0 }))
      .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
    return { ranked, scope: this.#scope(vector, Math.max(0, ...softmax(logits, 1))) };
  }

  #scope(vector: SparseVector, confidence: number): number {
    const inside = this.gate.labels.indexOf(INSIDE);
    const outside = this.gate.labels.indexOf(OUTSIDE);
    if (outside < 0) return confidence;
    const logits = this.gate.logits(vector);
    const odds = (logits[inside] ?? 0) - (logits[outside] ?? 0) + CERTAINTY_SHARE * Math.log(confidence + 1e-9);
    return 1 / (1 + Math.exp(-odds));
  }

  getClassifications(vector: SparseVector): { label: string; value: number }[] {
    return [...this.opinion(vector).ranked];
  }

  classify(vector: SparseVector): string {
    return this.opinion(vector).ranked[0]?.label ?? "";
  }
}
