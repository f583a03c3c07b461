import { seededRandom } from "../../../src/understanding/seeded-random.ts";

/** In another order, the same for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** For each label, the fold in which it is held out; every kind of label is spread evenly. */
export function foldsOf(labels: readonly string[], folds: number, seed: number): readonly number[] {
  const next = new Map<string, number>();
  const result = new Array<number>(labels.length).fill(0);
  for (const at of shuffled([...labels.keys()], seed)) {
    const turn = next.get(labels[at] ?? "") ?? 0;
    next.set(labels[at] ?? "", turn + 1);
    result[at] = turn % folds;
  }
  return result;
}
