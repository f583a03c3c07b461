import { describe, expect, test } from "vitest";
import type { Pack } from "../../src/content/content.ts";
import { loadPack } from "../../src/content/load-pack.ts";
import { addDays, type Day } from "../../src/core/day.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { decide } from "../../src/policy/decide.ts";
import type { PolicyFact } from "../../src/policy/policy.ts";
import { projectRoot } from "../../src/project-root.ts";
import { factsOf } from "./facts-of.ts";
import { shippedPolicies } from "./shipped-policies.ts";

const LAST = "2027-12-31";
const LONGEST_BUTTON = { ko: 14, en: 20 } as const;
const FEWEST_CASES = 20;

const incidents = [...new Set(shippedPolicies().map(({ incident }) => incident))];
const packs = await Promise.all(
  incidents.map(async (incident): Promise<readonly [string, Pack]> => {
    const { pack, errors } = await loadPack(projectRoot, `dialogs/incidents/${incident}`);
    if (pack === undefined) throw new Error(`${incident}: ${JSON.stringify(errors)}`);
    return [incident, pack];
  }),
);

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Spans of days on which a rule can stand, within the days of the policy. */
function reachOf({ policy, domains, standing }: CompiledPolicy, rule: number): readonly Span[] {
  const { from: first, to: last = LAST } = policy.effective;
  const clock = policy.facts.findIndex(({ from }) => from === "clock");
  if (clock < 0) return [{ from: first, to: last }];
  return (domains[clock] ?? []).flatMap((cell, i): readonly Span[] => {
    const labels = [...standing.diagram.labels(standing.diagram.restrict(standing.root, clock, i))];
    if (cell.kind !== "days" || !labels.some((label) => label.split(",").includes(String(rule)))) return [];
    const from = cell.from === undefined || cell.from < first ? first : cell.from;
    const to = cell.to === undefined || cell.to > last ? last : cell.to;
    return from <= to ? [{ from, to }] : [];
  });
}

function* daysOf(spans: readonly Span[]): Generator<Day> {
  for (const { from, to } of spans) for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

const valuesOf = (fact: PolicyFact): readonly string[] => (fact.kind === "enum" ? fact.values : fact.extra);

describe.each(packs)("%s", (_, pack) => {
  const policies = [...pack.policies.values()].flat();
  const rules = policies.flatMap((compiled) =>
    compiled.policy.rules.map((rule, i) => [`${compiled.policy.id}/${rule.id}`, rule, reachOf(compiled, i)] as const),
  );

  test.each(rules)("%s: can stand, is backed by sources of its day, and has words on every day", (_, rule, spans) => {
    const first = spans[0]?.from;
    expect(first, "never stands while the policy is in force").toBeDefined();
    for (const id of rule.cite) {
      const source = pack.sources.get(id);
      expect(["announced", "confirmed"], id).toContain(source?.status);
      expect((source?.date ?? "9999") <= (first ?? ""), `${id} cannot back what is said on ${first}`).toBe(true);
    }
    const answers = pack.answers.get(rule.reason) ?? [];
    for (const day of daysOf(spans)) {
      const said = answers.filter(({ head }) => head.valid_from <= day && day <= (head.valid_to ?? LAST));
      if (said.length !== 1) expect.fail(`${rule.reason} has ${said.length} answers on ${day}`);
    }
  });

  test("a reason code belongs to one benefit, and every answer filed under a code to a rule, or to being stuck", () => {
    const perBenefit = [...pack.policies.values()].map((versions) => [
      ...new Set(versions.flatMap(({ policy }) => policy.rules.map(({ reason }) => reason))),
    ]);
    const codes = perBenefit.flat();
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    const filed = [...pack.answers.keys()].filter((id) => /^[A-Z]/.test(id));
    const stuck = new Set(Object.values(pack.incident.benefits).map((benefit) => benefit.stuck));
    expect(filed.sort()).toEqual([...codes, ...stuck].sort());
  });

  test("every referral offers a person", () => {
    const referrals = policies.flatMap(({ policy }) => policy.rules.filter(({ then }) => then === "refer"));
    const silent = referrals.filter(({ reason }) =>
      pack.answers.get(reason)?.some(({ head }) => head.person === "none"),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  describe("questions", () => {
    const asked = policies.flatMap(({ policy }) => policy.facts.filter(({ from }) => from === "question"));

    test("a fact has the same values in every policy, and every benefit shares its question", () => {
      for (const fact of asked) {
        const namesakes = asked.filter(({ name }) => name === fact.name);
        for (const other of namesakes) expect(valuesOf(other), fact.name).toEqual(valuesOf(fact));
      }
    });

    test.each(["ko", "en"] as const)("%s: every value has a button that fits, and no two read alike", (language) => {
      for (const fact of asked) {
        const options = pack.questions[language][fact.name]?.options ?? {};
        expect(Object.keys(options).sort(), fact.name).toEqual([...valuesOf(fact)].sort());
        const labels = Object.values(options);
        expect(new Set(labels).size, fact.name).toBe(labels.length);
        expect(labels.filter((label) => label.length > LONGEST_BUTTON[language])).toEqual([]);
      }
    });

    test("every value has words by which the customer may name it, none of them left over", () => {
      for (const fact of asked) {
        const words = pack.utterances.facts[fact.name]?.values ?? {};
        expect(Object.keys(words).sort(), fact.name).toEqual([...valuesOf(fact)].sort());
      }
      const names = new Set(asked.map(({ name }) => name));
      expect(Object.keys(pack.utterances.facts).filter((name) => !names.has(name))).toEqual([]);
    });
  });

  describe("the pack's own cases", () => {
    test.each([...pack.policies])(
      "%s has enough of them, with every reason that a rule can give",
      (benefit, versions) => {
        const cases = pack.cases.filter((example) => example.benefit === benefit);
        expect(cases.length).toBeGreaterThanOrEqual(FEWEST_CASES);
        const given = new Set(cases.flatMap(({ reasons }) => reasons));
        const reasons = versions.flatMap(({ policy }) => policy.rules.map(({ reason }) => reason));
        expect(reasons.filter((reason) => !given.has(reason))).toEqual([]);
      },
    );

    test.each(pack.cases.map((example) => [`${example.benefit}: ${example.name}`, example] as const))(
      "%s",
      (_, example) => {
        const facts = Object.entries(example.facts).map(([name, is]) => {
          if (typeof is === "string") return [name, is] as const;
          return [name, { state: "unsure" in is ? "unsure" : "declined" }] as const;
        });
        const verdict = decide(
          pack.policies.get(example.benefit) ?? [],
          factsOf(Object.fromEntries(facts)),
          example.asOf,
        );
        expect(verdict.kind).toBe(example.verdict);
        const codes = verdict.kind === "needs" ? [] : verdict.reasons.map(({ code }) => code);
        expect(codes.sort()).toEqual([...example.reasons].sort());
        if (example.asks !== undefined) expect(verdict).toMatchObject({ ask: example.asks });
      },
    );
  });
});
