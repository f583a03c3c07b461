import { describe, expect, it } from "vitest";
import { createTokenBuckets } from "../../src/http/token-buckets.ts";

describe("createTokenBuckets", () => {
  it("lets a burst through, then only what flows in, for each caller apart", () => {
    let now = 0;
    const buckets = createTokenBuckets({ perSecond: 2, burst: 3 }, () => now);
    expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([true, true, true, false]);
    expect(buckets.take("b")).toBe(true);
    now = 400;
    expect(buckets.take("a")).toBe(false);
    now = 600;
    expect(buckets.take("a")).toBe(true);
    now = 1_000_000;
    expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([true, true, true, false]);
  });

  it("forgets the oldest callers instead of growing", () => {
    const buckets = createTokenBuckets({ perSecond: 0.001, burst: 1 }, () => 0);
    buckets.take("first");
    expect(buckets.take("first")).toBe(false);
    for (let caller = 0; caller < 20_000; caller += 1) buckets.take(`caller ${caller}`);
    expect(buckets.take("first")).toBe(true);
  });
});
