/** Counts what a caller may still do; each key has its own bucket. */
export interface TokenBuckets {
  /** False when the bucket of `key` is empty. */
  take(key: string): boolean;
}

export interface BucketSize {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  left: number;
  readonly at: number;
}

/** More callers than this are forgotten in the order in which they came, so that memory stays bounded. */
const MAX_KEYS = 20_000;

/** `elapsedMs` must only grow; the wall clock may stand still in demonstrations. */
export const createTokenBuckets = (size: BucketSize, elapsedMs: () => number): TokenBuckets => {
  const buckets = new Map<string, Bucket>();
  return {
    take: (key) => {
      const now = elapsedMs();
      const before = buckets.get(key) ?? { left: size.burst, at: now };
      const left = Math.min(size.burst, before.left + ((now - before.at) / 1000) * size.perSecond);
      buckets.delete(key);
      buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
      if (buckets.size > MAX_KEYS) {
        const oldest = buckets.keys().next();
        if (!oldest.done) buckets.delete(oldest.value);
      }
      return left >= 1;
    },
  };
};
