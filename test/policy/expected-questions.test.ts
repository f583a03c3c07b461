import { describe, expect, test } from "vitest";
import { expectedQuestions } from "./expected-questions.ts";
import { loadWaiver } from "./load-waiver.ts";

const { waiver } = loadWaiver();

describe("what a customer is asked about the waiver", () => {
  test.each(["2025-12-30", "2026-01-05", "2026-01-13"])("%s, while it can be had: few questions", (day) => {
    const { mean, most, sensitive } = expectedQuestions(waiver, day);
    expect(mean).toBeLessThanOrEqual(3.1);
    expect(most).toBeLessThanOrEqual(7);
    expect(sensitive).toBeLessThanOrEqual(0.1);
  });
  test.each(["2026-01-14", "2026-01-31", "2026-02-01", "2026-11-23"])("%s, afterwards: never many", (day) => {
    const { mean, most } = expectedQuestions(waiver, day);
    expect(mean).toBeLessThanOrEqual(3.4);
    expect(most).toBeLessThanOrEqual(5);
  });
  test("an answer that was given is not asked for again", () => {
    const facts = { line_kind: { state: "known", value: "mvno", from: "customer" } } as const;
    expect(expectedQuestions(waiver, "2026-01-05", facts)).toEqual({ mean: 0, most: 0, sensitive: 0 });
  });
});
