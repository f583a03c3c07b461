import { BIAS, type SparseVector } from "./linear-model.ts";

export interface Example {
  readonly vector: SparseVector;
  readonly label: string;
}

/** Examples one after the other in flat arrays; example `i` has the entries from `starts[i]` to `starts[i + 1]`. */
export interface TrainingSet {
  readonly labels: readonly string[];
  /** Column of each example's label. */
  readonly targets: Int32Array;
  readonly starts: Int32Array;
  /** Row of the weights for each entry; row 0 is the bias, which every example has. */
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** How many rows the weights have. */
  readonly height: number;
}

export function toTrainingSet(examples: readonly Example[]): TrainingSet {
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const columns = new Map(labels.map((label, column) => [label, column]));
  const total = examples.reduce((sum, { vector }) => sum + vector.ids.length + 1, 0);
  const starts = new Int32Array(examples.length + 1);
  const rows = new Int32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  let height = 1;
  examples.forEach(({ vector: { ids, values: own } }, index) => {
    values[at++] = BIAS;
    for (let i = 0; i < ids.length; i++) {
      const row = (ids[i] ?? 0) + 1;
      height = Math.max(height, row + 1);
      rows[at] = row;
      values[at++] = own[i] ?? 0;
    }
    starts[index + 1] = at;
  });
  return {
    labels,
    targets: Int32Array.from(examples, ({ label }) => columns.get(label) ?? 0),
    starts,
    rows,
    values,
    height,
  };
}

/** Shuffles the first `count` entries in place. */
export function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const here = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = here;
  }
}

export const inOrder = (count: number): Int32Array => Int32Array.from({ length: count }, (_, index) => index);
