import { describe, expect, test } from "vitest";
import type { FactState, Facts } from "../../src/core/fact.ts";
import { decide } from "../../src/policy/decide.ts";
import { inForce } from "../../src/policy/in-force.ts";
import { sameCell } from "../../src/policy/same-cell.ts";
import { whatIf } from "../../src/policy/what-if.ts";
import { factsOf, factsOfDigits } from "./facts-of.ts";
import { loadWaiver } from "./load-waiver.ts";

const { waiver } = loadWaiver();
const at = (day: string, facts: Readonly<Record<string, string | FactState>>) => decide([waiver], factsOf(facts), day);
const covered = { line_kind: "mobile", contract_event: "2024-05-05", special_case: "none" };

describe("in force", () => {
  test("nothing before the announcement: a person decides, never the nearest policy", () => {
    expect(inForce([waiver], "2025-12-29")).toBeUndefined();
    expect(inForce([waiver], "2025-12-30")).toBe(waiver);
    expect(at("2025-12-29", { line_kind: "mvno" })).toMatchObject({ kind: "refer", reasons: [] });
  });
  test("of several versions the one whose days hold the day", () => {
    const versionOf = (version: number, from: string, to: string) => ({
      ...waiver,
      policy: { ...waiver.policy, version, effective: { from, to } },
    });
    const versions = [versionOf(1, "2026-01-01", "2026-01-31"), versionOf(2, "2026-02-02", "2026-02-28")];
    const found = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2026-02-02", "2026-03-01"].map(
      (day) => inForce(versions, day)?.policy.version,
    );
    expect(found).toEqual([undefined, 1, 1, undefined, 2, undefined]);
  });
});

describe("valid until", () => {
  test.each([
    ["2026-01-10", { ...covered, termination: "none" }, "2026-01-13"],
    ["2026-01-10", { ...covered, termination: "2025-10-02" }, "2026-01-31"],
    ["2026-02-10", { ...covered, termination: "2025-10-02", claim_made: "yes" }, undefined],
    ["2026-01-10", { line_kind: "mvno" }, undefined],
  ])("%s %o", (day, facts, until) => {
    const verdict = at(day, facts);
    expect("validUntil" in verdict ? verdict.validUntil : undefined).toBe(until);
  });
  test("never beyond the policy itself", () => {
    const ends = (to: string) => ({ ...waiver, policy: { ...waiver.policy, effective: { from: "2025-12-30", to } } });
    const facts = factsOf({ ...covered, termination: "2025-10-02" });
    expect(decide([ends("2026-01-20")], facts, "2026-01-10")).toMatchObject({ validUntil: "2026-01-20" });
    expect(decide([ends("2026-06-30")], facts, "2026-01-10")).toMatchObject({ validUntil: "2026-01-31" });
  });
});

test("what if I cancel on another day: the strip that a customer who still has the line is told from", () => {
  const facts: Facts = factsOf({ ...covered, termination: "none", today: "2026-01-10" });
  const strip = whatIf(waiver, facts, "termination").map(({ cell, verdict }) => [
    cell.kind === "value" ? cell.value : `${cell.from ?? ""}..${cell.to ?? ""}`,
    verdict.kind === "needs" ? `needs ${verdict.ask}` : verdict.reasons.map(({ code }) => code).join(),
  ]);
  expect(strip).toEqual([
    ["..2025-08-31", "TERMINATED_TOO_EARLY"],
    ["2025-09-01..2025-12-30", "RETROACTIVE"],
    ["2025-12-31..2026-01-13", "IN_WINDOW"],
    ["2026-01-14..", "needs late_reason"],
    ["none", "COVERED_IF_CANCELLED"],
  ]);
});

describe("conflicts and values outside the policy go to a person at once", () => {
  test.each([
    ["a conflict that matters", { line_kind: { state: "conflict", values: ["mobile", "mvno"] } }, ["line_kind"]],
    ["a value no rule knows", { line_kind: "satellite" }, ["line_kind"]],
    ["a day that does not exist", { ...covered, termination: "2025-09-31" }, ["termination"]],
  ] as const)("%s", (_, facts, stuckOn) => {
    expect(at("2026-01-10", facts as Record<string, string | FactState>)).toMatchObject({ kind: "refer", stuckOn });
  });
  test("but not when it cannot change the result", () => {
    const facts = { line_kind: { state: "conflict", values: ["mvno", "iot"] }, contract_event: "2025-10-01" } as const;
    expect(at("2026-01-10", facts)).toMatchObject({ kind: "ineligible", reasons: [{ code: "CONTRACT_TOO_RECENT" }] });
  });
});

test("the trace shows what was beaten, and by what", () => {
  const verdict = at("2026-01-20", { ...covered, termination: "none", late_reason: "military" });
  expect(verdict.trace).toEqual([
    { rule: "window-over", beatenBy: ["late-listed"] },
    { rule: "late-listed", beatenBy: [] },
  ]);
});

test("a span of days may stand for a day only where no rule divides it", () => {
  expect(sameCell(waiver, "termination", ["2025-10-01", "2025-10-31"])).toBe(true);
  expect(sameCell(waiver, "termination", ["2026-01-01", "2026-01-31"])).toBe(false);
  expect(sameCell(waiver, "termination", ["never", "never"])).toBe(false);
});

describe("few questions, the sensitive one last", () => {
  const weights = waiver.policy.facts.map(({ prior = [1] }) => {
    const sum = prior.reduce((a, b) => a + b, 0);
    return prior.map((weight) => weight / sum);
  });

  /** Expected and largest number of questions, and how often the sensitive one is asked, over all customers as of a day. */
  function talk(day: string, digits: readonly number[]): { mean: number; max: number; sensitive: number } {
    const verdict = decide([waiver], factsOfDigits(waiver, digits), day);
    if (verdict.kind !== "needs") return { mean: 0, max: 0, sensitive: 0 };
    const fact = waiver.policy.facts.findIndex(({ name }) => name === verdict.ask);
    const after = (weights[fact] ?? []).map((weight, cell) => ({ weight, ...talk(day, digits.with(fact, cell + 1)) }));
    const total = { mean: 1, max: 0, sensitive: verdict.ask === "late_reason" ? 1 : 0 };
    for (const { weight, mean, max, sensitive } of after) {
      total.mean += weight * mean;
      total.max = Math.max(total.max, max);
      total.sensitive += verdict.ask === "late_reason" ? 0 : weight * sensitive;
    }
    return { ...total, max: total.max + 1 };
  }

  test.each([
    ["2026-01-10", 3.2, 5, 0.1],
    ["2026-01-20", 3.4, 5, 0.4],
    ["2026-11-23", 3.6, 5, 0.4],
  ])("as of %s", (day, mean, max, sensitive) => {
    const found = talk(
      day,
      waiver.policy.facts.map(() => 0),
    );
    expect(found.mean).toBeLessThanOrEqual(mean);
    expect(found.max).toBeLessThanOrEqual(max);
    expect(found.sensitive).toBeLessThanOrEqual(sensitive);
  });
});
