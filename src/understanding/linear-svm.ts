import { seededRandom } from "./seeded-random.ts";
import { inOrder, shuffle, type TrainingSet } from "./training-set.ts";

const PASSES = 30;
/** A label is learnt when no example wants a larger change than this. */
const ENOUGH = 1;
/** Own examples of a label are few against all others; each counts more, but never more often than this. */
const HEAVIEST = 10;

/** One label against all others. */
interface Contest {
  readonly set: TrainingSet;
  readonly column: number;
  readonly norms: Float64Array;
  readonly weights: Float64Array;
  /** How much each example holds the border. */
  readonly shares: Float64Array;
  /** Examples still in play come first. */
  readonly order: Int32Array;
  /** Softness of the border for own examples and for others. */
  readonly slack: { readonly own: number; readonly other: number };
}

/** Linear support vector machines with squared hinge loss, one label against the rest, by dual coordinate descent. */
export function trainSvm(set: TrainingSet, seed: number): Float32Array {
  const size = set.labels.length;
  const out = new Float32Array(set.height * size);
  const norms = toNorms(set);
  const total = set.targets.length;
  for (let column = 0; column < size; column++) {
    const own = set.targets.reduce((sum, target) => sum + (target === column ? 1 : 0), 0);
    const weight = Math.min(HEAVIEST, Math.sqrt((total - own) / Math.max(1, own))) || 1;
    const contest: Contest = {
      set,
      column,
      norms,
      weights: new Float64Array(set.height),
      shares: new Float64Array(total),
      order: inOrder(total),
      slack: { own: 0.5 / weight, other: 0.5 },
    };
    settle(contest, seededRandom(seed + column));
    for (let row = 0; row < set.height; row++) out[row * size + column] = contest.weights[row] ?? 0;
  }
  return out;
}

function toNorms({ targets, starts, values }: TrainingSet): Float64Array {
  const norms = new Float64Array(targets.length);
  for (let example = 0; example < norms.length; example++) {
    let sum = 0;
    for (const value of values.subarray(starts[example], starts[example + 1])) sum += value * value;
    norms[example] = sum;
  }
  return norms;
}

/** Passes over the examples; those that are far from the border drop out until a last look at all of them. */
function settle(contest: Contest, random: () => number): void {
  const { order, shares } = contest;
  let playing = order.length;
  let limit = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < PASSES; pass++) {
    let most = Number.NEGATIVE_INFINITY;
    let least = Number.POSITIVE_INFINITY;
    shuffle(order, playing, random);
    for (let at = 0; at < playing; at++) {
      const example = order[at] ?? 0;
      const gradient = slope(contest, example);
      if (shares[example] === 0 && gradient > limit) {
        playing--;
        order[at] = order[playing] ?? 0;
        order[playing] = example;
        at--;
        continue;
      }
      const wanted = shares[example] === 0 ? Math.min(0, gradient) : gradient;
      most = Math.max(most, wanted);
      least = Math.min(least, wanted);
      if (Math.abs(wanted) > 1e-12) move(contest, example, gradient);
    }
    limit = most <= 0 ? Number.POSITIVE_INFINITY : most;
    if (most - least > ENOUGH) continue;
    if (playing === order.length) return;
    playing = order.length;
    limit = Number.POSITIVE_INFINITY;
  }
}

const sideOf = ({ set, column }: Contest, example: number): 1 | -1 => (set.targets[example] === column ? 1 : -1);

const slackOf = ({ slack }: Contest, side: 1 | -1): number => (side === 1 ? slack.own : slack.other);

/** How much the loss would rise with this example's share. */
function slope(contest: Contest, example: number): number {
  const { set, weights, shares } = contest;
  const { rows, values } = set;
  const end = set.starts[example + 1] ?? 0;
  let score = 0;
  for (let at = set.starts[example] ?? 0; at < end; at++) score += (weights[rows[at] ?? 0] ?? 0) * (values[at] ?? 0);
  const side = sideOf(contest, example);
  return side * score - 1 + slackOf(contest, side) * (shares[example] ?? 0);
}

function move(contest: Contest, example: number, gradient: number): void {
  const { set, weights, shares, norms } = contest;
  const side = sideOf(contest, example);
  const before = shares[example] ?? 0;
  const after = Math.max(0, before - gradient / ((norms[example] ?? 0) + slackOf(contest, side)));
  const change = (after - before) * side;
  if (change === 0) return;
  shares[example] = after;
  const end = set.starts[example + 1] ?? 0;
  for (let at = set.starts[example] ?? 0; at < end; at++) {
    const row = set.rows[at] ?? 0;
    weights[row] = (weights[row] ?? 0) + change * (set.values[at] ?? 0);
  }
}
