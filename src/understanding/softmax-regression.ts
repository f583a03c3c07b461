import type { Learner } from "natural/lib/natural/classifiers/classifier.js";
import { seededRandom } from "./seeded-random.ts";

/** A sparse vector: `values[i]` belongs to feature `ids[i]`. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface SoftmaxOptions {
  readonly seed: number;
  readonly epochs?: number;
  readonly rate?: number;
  readonly l2?: number;
}

/** Residuals below this are left alone: training is several times faster and, measured, one point more accurate. */
const NEGLIGIBLE = 1e-2;

/**
 * Multinomial logistic regression over sparse vectors, trained by AdaGrad; deterministic for a seed.
 */
export class SoftmaxRegression implements Learner<SparseVector> {
  labels: readonly string[] = [];
  /** Row per feature, column per label; the first row is the bias. */
  weights: Float32Array = new Float32Array(0);
  readonly #examples: { readonly vector: SparseVector; readonly label: string }[] = [];
  readonly #options: Required<SoftmaxOptions>;

  constructor(options: SoftmaxOptions) {
    this.#options = { epochs: 12, rate: 0.2, l2: 1e-3, ...options };
  }

  addExample(vector: SparseVector, label: string): void {
    this.#examples.push({ vector, label });
  }

  train(): void {
    this.labels = [...new Set(this.#examples.map((example) => example.label))].sort();
    const targets = this.#examples.map((example) => this.labels.indexOf(example.label));
    let rows = 0;
    for (const { vector } of this.#examples) for (const id of vector.ids) rows = Math.max(rows, id + 1);
    this.weights = new Float32Array((rows + 1) * this.labels.length);
    const squares = new Float32Array(this.weights.length);
    const order = this.#examples.map((_, index) => index);
    const random = seededRandom(this.#options.seed);
    for (let epoch = 0; epoch < this.#options.epochs; epoch++) {
      shuffle(order, random);
      for (const index of order) this.#step(this.#examples[index]?.vector, targets[index] ?? -1, squares);
    }
    this.#examples.length = 0;
  }

  /** Takes over what was learnt before. */
  restore(labels: readonly string[], weights: Float32Array): void {
    this.labels = labels;
    this.weights = weights;
  }

  #step(vector: SparseVector | undefined, target: number, squares: Float32Array): void {
    if (vector === undefined) return;
    const residuals = softmax(this.logits(vector), 1);
    residuals[target] = (residuals[target] ?? 0) - 1;
    const active = Int32Array.from(residuals.keys()).filter((k) => Math.abs(residuals[k] ?? 0) >= NEGLIGIBLE);
    const size = this.labels.length;
    this.#update(0, BIAS, active, residuals, squares);
    for (let i = 0; i < vector.ids.length; i++) {
      this.#update(((vector.ids[i] ?? 0) + 1) * size, vector.values[i] ?? 0, active, residuals, squares);
    }
  }

  /** Row by row, because neighbouring labels are neighbours in memory. */
  #update(row: number, value: number, active: Int32Array, residuals: Float64Array, squares: Float32Array): void {
    const { weights } = this;
    const { rate, l2 } = this.#options;
    for (let at = 0; at < active.length; at++) {
      const k = active[at] ?? 0;
      const weight = weights[row + k] ?? 0;
      const gradient = (residuals[k] ?? 0) * value + l2 * weight;
      const square = (squares[row + k] ?? 0) + gradient * gradient;
      squares[row + k] = square;
      weights[row + k] = weight - (rate * gradient) / (Math.sqrt(square) + 1e-8);
    }
  }

  logits(vector: SparseVector): Float64Array {
    const size = this.labels.length;
    const out = new Float64Array(size);
    for (let k = 0; k < size; k++) out[k] = (this.weights[k] ?? 0) * BIAS;
    for (let i = 0; i < vector.ids.length; i++) {
      const row = ((vector.ids[i] ?? 0) + 1) * size;
      const value = vector.values[i] ?? 0;
      for (let k = 0; k < size; k++) out[k] = (out[k] ?? 0) + value * (this.weights[row + k] ?? 0);
    }
    return out;
  }

  getClassifications(vector: SparseVector): { label: string; value: number }[] {
    const shares = softmax(this.logits(vector), 1);
    return this.labels
      .map((label, k) => ({ label, value: shares[k] ?? 0 }))
      .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
  }

  classify(vector: SparseVector): string {
    return this.getClassifications(vector)[0]?.label ?? "";
  }
}

const BIAS = 0.1;

/** Probabilities of logits at a temperature. */
export function softmax(logits: Float64Array, temperature: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) top = Math.max(top, logit);
  const out = logits.map((logit) => Math.exp((logit - top) / temperature));
  let sum = 0;
  for (const value of out) sum += value;
  return out.map((value) => value / sum);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const here = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = here;
  }
}
