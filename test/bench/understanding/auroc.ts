/**
 * Chance that a text that belongs scores higher than one that does not: 1 is a perfect split, 0.5 is none. Equal scores
 * count half. NaN when one side is empty.
 */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  const all = [
    ...inside.map((score) => ({ score, belongs: true })),
    ...outside.map((score) => ({ score, belongs: false })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    const belonging = all.slice(from, to).filter(({ belongs }) => belongs).length;
    ranks += belonging * ((from + 1 + to) / 2);
    from = to;
  }
  const least = (inside.length * (inside.length + 1)) / 2;
  return (ranks - least) / (inside.length * outside.length);
}
