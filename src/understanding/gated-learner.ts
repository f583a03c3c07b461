import type { Learner } from "natural/lib/natural/classifiers/classifier.js";
import { compress, type LinearModel, type SparseVector, scores, softmax } from "./linear-model.ts";
import { trainSvm } from "./linear-svm.ts";
import { trainSoftmax } from "./softmax-regression.ts";
import { type Example, toTrainingSet } from "./training-set.ts";

/** Label of examples that belong to no intent. */
export const OUTSIDE = "out_of_scope";

const INSIDE = "inside";
/** Negatives are few beside the examples of all intents together; each counts this often. */
const NEGATIVE_WEIGHT = 4;
/** Margins are this much smaller than logits. The mean of both in log space is one linear model, and the better one. */
const MARGIN_WEIGHT = 3;

export interface Opinion {
  /** Best first. */
  readonly ranked: readonly { readonly label: string; readonly value: number }[];
  /** 0 to 1: how much the text looks like anything this bot is for. */
  readonly scope: number;
  /** What `scope` is made of: the gate's opinion, and how far any intent stands out from the others. */
  readonly signs: readonly [gate: number, salience: number];
}

/** How opinions become shares that are right as often as they say; fitted on texts that the model had not seen. */
export interface Calibration {
  readonly temperature: number;
  /** Log-odds of being inside: a constant, and the weights of the gate's opinion and of the salience. */
  readonly scope: readonly [constant: number, gate: number, salience: number];
}

export const UNCALIBRATED: Calibration = { temperature: 1, scope: [0, 1, 0.5] };

const NOTHING: LinearModel = { labels: [], scales: new Float32Array(0), weights: new Int8Array(0) };

/**
 * Which intent, and beside it whether it is any at all. The second question has its own small model: as one more
 * class, the negatives cost accuracy and refuse less.
 */
export class GatedLearner implements Learner<SparseVector> {
  intents: LinearModel = NOTHING;
  gate: LinearModel = NOTHING;
  calibration: Calibration = UNCALIBRATED;
  readonly #seed: number;
  #examples: Example[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  addExample(vector: SparseVector, label: string): void {
    this.#examples.push({ vector, label });
  }

  train(): void {
    const inside = this.#examples.filter(({ label }) => label !== OUTSIDE);
    const outside = this.#examples.filter(({ label }) => label === OUTSIDE);
    this.intents = this.#learn(inside, inside, 1e-3);
    const sides = [...inside.map(({ vector }) => ({ vector, label: INSIDE })), ...outside];
    const copies = Array.from({ length: NEGATIVE_WEIGHT - 1 }, () => outside).flat();
    this.gate = outside.length === 0 ? NOTHING : this.#learn([...sides, ...copies], sides, 1e-4);
    this.#examples = [];
  }

  #learn(weighted: readonly Example[], plain: readonly Example[], l2: number): LinearModel {
    const set = toTrainingSet(plain);
    const logits = trainSoftmax(weighted === plain ? set : toTrainingSet(weighted), { seed: this.#seed, l2 });
    const margins = trainSvm(set, this.#seed);
    return compress(
      set.labels,
      logits.map((weight, at) => weight + MARGIN_WEIGHT * (margins[at] ?? 0)),
    );
  }

  opinion(vector: SparseVector): Opinion {
    const logits = scores(this.intents, vector);
    const shares = softmax(logits, this.calibration.temperature);
    const ranked = this.intents.labels
      .map((label, k) => ({ label, value: shares[k] ?? 0 }))
      .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1));
    const signs = [this.#gateOdds(vector), salience(logits)] as const;
    return { ranked, signs, scope: this.#scope(signs) };
  }

  #gateOdds(vector: SparseVector): number {
    const inside = this.gate.labels.indexOf(INSIDE);
    const outside = this.gate.labels.indexOf(OUTSIDE);
    if (outside < 0) return 0;
    const logits = scores(this.gate, vector);
    return (logits[inside] ?? 0) - (logits[outside] ?? 0);
  }

  /** Without negatives there is no gate: then the share of the evidence that is more than chance. */
  #scope(signs: Opinion["signs"]): number {
    if (this.gate.labels.length < 2) return this.intents.labels.length < 2 ? 1 : 1 - Math.exp(-signs[1]);
    return scopeOf(signs, this.calibration);
  }

  getClassifications(vector: SparseVector): { label: string; value: number }[] {
    return [...this.opinion(vector).ranked];
  }

  classify(vector: SparseVector): string {
    return this.opinion(vector).ranked[0]?.label ?? "";
  }
}

export const scopeOf = ([gate, salient]: Opinion["signs"], { scope: [constant, first, second] }: Calibration): number =>
  1 / (1 + Math.exp(-(constant + first * gate + second * salient)));

/** Log of the sum of centred logits' exponentials, per label: 0 when all are alike. */
function salience(logits: Float64Array): number {
  let mean = 0;
  for (const logit of logits) mean += logit / logits.length;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - mean) / logits.length;
  return Math.log(Math.max(1, sum));
}
