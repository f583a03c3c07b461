/** A sparse vector: `values[i]` belongs to feature `ids[i]`. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** A label's score is a weighted sum of features. Weights are small integers; each row (feature) has a scale of its own. */
export interface LinearModel {
  readonly labels: readonly string[];
  /** Row 0 is the bias; feature `id` is row `id + 1`. */
  readonly scales: Float32Array;
  /** Row by row, a column per label. */
  readonly weights: Int8Array;
}

/** What an example that every text has counts. */
export const BIAS = 0.1;

const LARGEST = 127;

/** Weights as eight-bit integers: a quarter of the size at no loss that was measurable. */
export function compress(labels: readonly string[], weights: Float32Array): LinearModel {
  const size = labels.length;
  const rows = size === 0 ? 0 : weights.length / size;
  const scales = new Float32Array(rows);
  const small = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    const part = weights.subarray(row * size, (row + 1) * size);
    let most = 0;
    for (const weight of part) most = Math.max(most, Math.abs(weight));
    scales[row] = most / LARGEST;
    if (most === 0) continue;
    for (let k = 0; k < size; k++) small[row * size + k] = Math.round(((part[k] ?? 0) * LARGEST) / most);
  }
  return { labels, scales, weights: small };
}

/** A score per label, in the order of the labels. */
export function scores({ labels, scales, weights }: LinearModel, { ids, values }: SparseVector): Float64Array {
  const size = labels.length;
  const out = new Float64Array(size);
  const add = (row: number, value: number) => {
    const factor = value * (scales[row] ?? 0);
    const at = row * size;
    for (let k = 0; k < size; k++) out[k] = (out[k] ?? 0) + factor * (weights[at + k] ?? 0);
  };
  add(0, BIAS);
  for (let i = 0; i < ids.length; i++) add((ids[i] ?? 0) + 1, values[i] ?? 0);
  return out;
}

/** Probabilities of scores at a temperature. */
export function softmax(logits: Float64Array, temperature: number): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) top = Math.max(top, logit);
  const out = logits.map((logit) => Math.exp((logit - top) / temperature));
  let sum = 0;
  for (const value of out) sum += value;
  return out.map((value) => value / sum);
}
