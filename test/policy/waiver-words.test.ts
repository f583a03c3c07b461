import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/content/content.ts";
import { loadPack } from "../../src/content/load-pack.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import { decide } from "../../src/policy/decide.ts";
import { factsOf } from "./facts-of.ts";
import { loadWaiver, PACK } from "./load-waiver.ts";

const { waiver } = loadWaiver();
const { policy, domains } = waiver;
const { pack } = await loadPack(join(PACK, "../../.."), "dialogs/incidents/kt-2025");
if (pack === undefined) throw new Error("the pack cannot be read");

const LAST = "2027-12-31";
const clock = policy.facts.findIndex(({ from }) => from === "clock");

/** Spans of days on which each rule can stand, within the days of the policy. */
const reach = policy.rules.map((_, rule) =>
  (domains[clock] ?? []).flatMap((cell, i): readonly { from: Day; to: Day }[] => {
    const { diagram, root } = waiver.standing;
    const labels = [...diagram.labels(diagram.restrict(root, clock, i))];
    if (cell.kind !== "days" || !labels.some((label) => label.split(",").includes(String(rule)))) return [];
    const from = cell.from === undefined || cell.from < policy.effective.from ? policy.effective.from : cell.from;
    return [{ from, to: cell.to ?? LAST }];
  }),
);

function* daysOf(spans: readonly { from: Day; to: Day }[]): Generator<Day> {
  for (const { from, to } of spans) for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

describe("each rule of the waiver", () => {
  test.each(policy.rules.map((rule, i) => [rule.id, rule, reach[i] ?? []] as const))("%s", (_, rule, spans) => {
    const first = spans[0]?.from ?? "";
    for (const id of rule.cite) {
      const source = pack.sources.get(id);
      expect(source, id).toBeDefined();
      expect(["announced", "confirmed"]).toContain(source?.status);
      expect((source?.date ?? "9999") <= first, `${id} of ${source?.date} cannot back what is said on ${first}`).toBe(
        true,
      );
    }
    for (const day of daysOf(spans)) {
      const variants: readonly Answer[] = (pack?.answers.get(rule.reason) ?? []).filter(
        ({ head }) => head.valid_from <= day && day <= (head.valid_to ?? LAST),
      );
      if (variants.length !== 1) expect.fail(`${rule.reason} has ${variants.length} answers on ${day}`);
    }
  });
});

test("every answer filed under a code is the answer of a rule, or of being stuck", () => {
  const codes = [...pack.answers.keys()].filter((id) => /^[A-Z]/.test(id));
  expect(codes.sort()).toEqual([...new Set([...policy.rules.map(({ reason }) => reason), "STUCK"])].sort());
});

test("only refusals to decide and exclusions that may be disputed offer a person; every referral does", () => {
  const withoutPerson = policy.rules.filter(
    ({ then, reason }) => then === "refer" && pack.answers.get(reason)?.some(({ head }) => head.person === "none"),
  );
  expect(withoutPerson).toEqual([]);
});

describe("questions", () => {
  const asked = policy.facts.filter(({ from }) => from === "question");

  test.each(["ko", "en"] as const)("%s: every value has a button that fits, and no two read alike", (language) => {
    const longest = language === "ko" ? 14 : 20;
    for (const fact of asked) {
      const options = pack.questions[language][fact.name]?.options ?? {};
      expect(Object.keys(options).sort()).toEqual([...(fact.kind === "enum" ? fact.values : fact.extra)].sort());
      const labels = Object.values(options);
      expect(new Set(labels).size).toBe(labels.length);
      expect(labels.filter((label) => label.length > longest)).toEqual([]);
    }
  });
});

describe("the pack's own cases", () => {
  test("at least 25, with every reason that a rule can give", () => {
    expect(pack.cases.length).toBeGreaterThanOrEqual(25);
    const given = new Set(pack.cases.flatMap(({ reasons }) => reasons));
    expect(policy.rules.filter(({ reason }) => !given.has(reason)).map(({ reason }) => reason)).toEqual([]);
  });

  test.each(pack.cases.map((example) => [example.name, example] as const))("%s", (_, example) => {
    const facts = Object.entries(example.facts).map(([name, is]) => {
      if (typeof is === "string") return [name, is] as const;
      return [name, { state: "unsure" in is ? "unsure" : "declined" }] as const;
    });
    const verdict = decide([waiver], factsOf(Object.fromEntries(facts)), example.asOf);
    expect(verdict.kind).toBe(example.verdict);
    const codes = verdict.kind === "needs" ? [] : verdict.reasons.map(({ code }) => code);
    expect(codes.sort()).toEqual([...example.reasons].sort());
    if (example.asks !== undefined) expect(verdict).toMatchObject({ ask: example.asks });
  });
});
