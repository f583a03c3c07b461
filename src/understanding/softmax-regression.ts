import { seededRandom } from "./seeded-random.ts";
import { inOrder, shuffle, type TrainingSet } from "./training-set.ts";

export interface SoftmaxOptions {
  readonly seed: number;
  readonly l2: number;
}

const EPOCHS = 7;
const RATE = 0.2;
/** Residuals below this are left alone: training is several times faster and, measured, one point more accurate. */
const NEGLIGIBLE = 1e-2;

/** Weights while they are learnt: row by row, a column per label, with the sums of squared gradients beside them. */
interface Progress {
  readonly set: TrainingSet;
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly l2: number;
  /** Scores, then residuals of the example at hand. */
  readonly residuals: Float64Array;
  /** Columns whose residuals are not negligible. */
  readonly active: Int32Array;
}

/** Multinomial logistic regression by AdaGrad; gives the weights row by row, a column per label. Deterministic for a seed. */
export function trainSoftmax(set: TrainingSet, { seed, l2 }: SoftmaxOptions): Float32Array {
  const size = set.labels.length;
  const progress: Progress = {
    set,
    weights: new Float32Array(set.height * size),
    squares: new Float32Array(set.height * size),
    l2,
    residuals: new Float64Array(size),
    active: new Int32Array(size),
  };
  const order = inOrder(set.targets.length);
  const random = seededRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, order.length, random);
    for (const example of order) {
      predict(progress, example);
      const count = toResiduals(progress, set.targets[example] ?? 0);
      if (count > 0) correct(progress, example, count);
    }
  }
  return progress.weights;
}

function predict({ set, weights, residuals }: Progress, example: number): void {
  const size = residuals.length;
  const { rows, values } = set;
  const end = set.starts[example + 1] ?? 0;
  residuals.fill(0);
  for (let at = set.starts[example] ?? 0; at < end; at++) {
    const row = (rows[at] ?? 0) * size;
    const value = values[at] ?? 0;
    for (let k = 0; k < size; k++) residuals[k] = (residuals[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
}

/** Turns scores into residuals; gives how many of them count. */
function toResiduals({ residuals, active }: Progress, target: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of residuals) if (score > top) top = score;
  let sum = 0;
  for (let k = 0; k < residuals.length; k++) {
    const value = Math.exp((residuals[k] ?? 0) - top);
    residuals[k] = value;
    sum += value;
  }
  let count = 0;
  for (let k = 0; k < residuals.length; k++) {
    const residual = (residuals[k] ?? 0) / sum - (k === target ? 1 : 0);
    residuals[k] = residual;
    if (Math.abs(residual) >= NEGLIGIBLE) active[count++] = k;
  }
  return count;
}

function correct({ set, weights, squares, l2, residuals, active }: Progress, example: number, count: number): void {
  const size = residuals.length;
  const { rows, values } = set;
  const end = set.starts[example + 1] ?? 0;
  for (let at = set.starts[example] ?? 0; at < end; at++) {
    const row = (rows[at] ?? 0) * size;
    const value = values[at] ?? 0;
    for (let index = 0; index < count; index++) {
      const k = active[index] ?? 0;
      const weight = weights[row + k] ?? 0;
      const gradient = (residuals[k] ?? 0) * value + l2 * weight;
      const square = (squares[row + k] ?? 0) + gradient * gradient;
      squares[row + k] = square;
      weights[row + k] = weight - (RATE * gradient) / (Math.sqrt(square) + 1e-8);
    }
  }
}
