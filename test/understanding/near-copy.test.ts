import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramsOf, isNearCopy, likeness, NEAR_COPY } from "../../src/understanding/near-copy.ts";

const alike = (one: string, other: string): number => likeness(gramsOf(one), gramsOf(other));
const near = (one: string, other: string): boolean => isNearCopy(gramsOf(one), gramsOf(other));

describe("likeness", () => {
  it.each([
    ["위약금 면제 언제까지예요?", "위약금면제언제까지예요", 1],
    ["When is it paid?", "when is it PAID", 1],
    ["abcd", "abce", 0.5],
    ["가나다", "물구름", 0],
    ["", "", 0],
  ])("of %j and %j is %d", (one, other, expected) => {
    expect(alike(one, other)).toBeCloseTo(expected, 5);
  });

  it("sees one changed letter of a syllable as a small change", () => {
    expect(alike("위약금 면제 언제까지예요", "위약금 면제 언제까지에요")).toBeGreaterThan(0.9);
  });

  it("is the same both ways, and 1 with itself", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, unit: "grapheme" }), fc.string({ unit: "grapheme" }), (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one));
        if (gramsOf(one).codes.length > 0) expect(alike(one, one)).toBe(1);
      }),
    );
  });
});

describe("a near copy", () => {
  it.each([
    ["환급 신청 마감일이 언제인가요", "환급신청 마감일이 언제인가요??", true],
    ["환급 신청 마감일이 언제인가요", "환급 신청 마감일은 언제인가요", true],
    ["환급 신청 마감일이 언제인가요", "환급은 언제 들어오나요", false],
    ["when is the refund paid", "when is the refund paid out", true],
    // Short words of the talk may be alike.
    ["네네", "네네!", false],
    ["thank you", "thank you!", false],
  ])("%j and %j: %s", (one, other, expected) => {
    expect(near(one, other)).toBe(expected);
  });

  it("is told apart early without another result", () => {
    const letters = fc.string({ unit: fc.constantFrom("가", "나", "a", "b"), minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(near(one, other)).toBe(alike(one, other) >= NEAR_COPY);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(letters, fc.nat(39), (one, at) => {
        const other = one.slice(0, at) + one.slice(at + 1);
        if (!gramsOf(other).isLong) return;
        expect(near(one, other)).toBe(alike(one, other) >= NEAR_COPY);
      }),
      { numRuns: 500 },
    );
  });
});
