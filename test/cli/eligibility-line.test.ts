import { describe, expect, test } from "vitest";
import { answerLine } from "../../src/cli/eligibility-line.ts";
import { loadWaiver } from "../policy/load-waiver.ts";

const { waiver } = loadWaiver();
const packs = new Map([["kt-2025", { policies: new Map([["termination-fee-waiver", [waiver]]]) }]]);
const content = { packs } as unknown as Parameters<typeof answerLine>[1];

const line = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ incident: "kt-2025", benefit: "termination-fee-waiver", asOf: "2026-01-10", facts: {}, ...changes });
const answer = (changes: Record<string, unknown> = {}) => answerLine(line(changes), content);

const covered = { line_kind: "mobile", contract_event: "2024-05-05", termination: "2025-10-02", special_case: "none" };

describe("a line with a question", () => {
  test("needs", () => {
    expect(answer()).toEqual({ kind: "needs", reasons: [], ask: "line_kind", sources: [] });
  });
  test("eligible, with its last day", () => {
    expect(answer({ facts: covered })).toEqual({
      kind: "eligible",
      reasons: ["RETROACTIVE"],
      sources: ["as1230", "nsp"],
      validUntil: "2026-01-31",
    });
  });
  test("ineligible for two reasons, each source once", () => {
    expect(answer({ facts: { line_kind: "mvno", contract_event: "2025-10-01" } })).toEqual({
      kind: "ineligible",
      reasons: ["MVNO_NOT_COVERED", "CONTRACT_TOO_RECENT"],
      sources: ["as1230", "nsp"],
    });
  });
  test("refer, because the customer does not know or does not say", () => {
    const stuck = { kind: "refer", reasons: [], sources: [] };
    expect(answer({ facts: { ...covered, contract_event: { unsure: true } } })).toEqual(stuck);
    expect(answer({ facts: { ...covered, contract_event: { declined: true } } })).toEqual(stuck);
  });
  test("refer before any policy is in force", () => {
    expect(answer({ asOf: "2025-12-29" })).toEqual({ kind: "refer", reasons: [], sources: [] });
  });
});

describe("a bad line", () => {
  test.each([
    ["no JSON", "{", "JSON_INVALID", ""],
    ["nothing", "", "JSON_INVALID", ""],
    ["another form", "[]", "LINE_INVALID", ""],
    ["a day that does not exist", line({ asOf: "2025-09-31" }), "LINE_INVALID", "asOf"],
    ["an unknown key", line({ today: "2026-01-01" }), "LINE_INVALID", ""],
    ["a number as a value", line({ facts: { line_kind: 1 } }), "LINE_INVALID", "facts.line_kind"],
    ["an unknown incident", line({ incident: "kt-2012" }), "INCIDENT_UNKNOWN", "incident"],
    ["an unknown benefit", line({ benefit: "data" }), "BENEFIT_UNKNOWN", "benefit"],
    ["an unknown fact", line({ facts: { lien_kind: "mvno" } }), "FACT_UNKNOWN", "facts.lien_kind"],
    ["a name that every object has", line({ facts: { constructor: "mvno" } }), "FACT_UNKNOWN", "facts.constructor"],
    ["the clock as a fact", line({ facts: { today: "2026-01-01" } }), "FACT_UNKNOWN", "facts.today"],
    ["an unknown value", line({ facts: { line_kind: "satellite" } }), "VALUE_UNKNOWN", "facts.line_kind"],
    [
      "a date that does not exist",
      line({ facts: { termination: "2025-09-31" } }),
      "VALUE_UNKNOWN",
      "facts.termination",
    ],
  ])("%s", (_, text, code, path) => {
    expect(answerLine(text, content)).toMatchObject({ error: { code, path } });
  });
});
