/** One guess: how sure the engine said it was, and whether it was right. */
export interface Claim {
  readonly confidence: number;
  readonly right: boolean;
}

/** Claims of about the same confidence. */
export interface ReliabilityBin {
  readonly count: number;
  /** Mean confidence that was claimed; the middle of the bin when nothing fell into it. */
  readonly claimed: number;
  /** Share that was right. */
  readonly right: number;
}

const BINS = 10;

/** Ten bins of equal width over 0 to 1. */
export function reliability(claims: readonly Claim[]): readonly ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = claims.filter(({ confidence }) => binOf(confidence) === bin);
    const count = inside.length;
    if (count === 0) return { count, claimed: (bin + 0.5) / BINS, right: 0 };
    const claimed = inside.reduce((sum, { confidence }) => sum + confidence, 0) / count;
    return { count, claimed, right: inside.filter(({ right }) => right).length / count };
  });
}

const binOf = (confidence: number): number => Math.min(BINS - 1, Math.max(0, Math.floor(confidence * BINS)));

/** Mean distance between what was claimed and what was right, each bin by its size. */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  const off = bins.reduce((sum, { count, claimed, right }) => sum + count * Math.abs(claimed - right), 0);
  return all === 0 ? 0 : off / all;
}
