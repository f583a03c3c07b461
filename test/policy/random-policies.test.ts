import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { evaluate } from "../../src/policy/evaluate.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import { factsOfDigits } from "./facts-of.ts";
import { isDecided, KINDS, type Lattice, latticeOf } from "./lattice.ts";
import type { RawPolicy, RawRule } from "./oracle.ts";

const DAYS = ["2026-01-01", "2026-01-31", "2026-02-28", "2026-03-01"];
type AnyFact = RawPolicy["facts"][string];

const cost = fc.integer({ min: 1, max: 4 });
const anyFact: fc.Arbitrary<AnyFact> = fc.oneof(
  fc.record({
    type: fc.constant("enum" as const),
    values: fc.constantFrom<string[][]>(["a", "b"], ["a", "b", "c"]),
    ask: fc.record({ cost }),
  }),
  fc.record({
    type: fc.constant("date" as const),
    extra: fc.constantFrom<string[][]>([], ["none"]),
    ask: fc.record({ cost }),
  }),
);

function testOf(name: string, fact: AnyFact): fc.Arbitrary<unknown> {
  if (fact.values !== undefined) return fc.constantFrom(...fact.values).map((value) => ({ [name]: { eq: value } }));
  const day = fc.constantFrom(...DAYS);
  return fc.oneof(
    fc
      .record({ operator: fc.constantFrom("before", "onOrBefore", "after", "onOrAfter"), day })
      .map((it) => ({ [name]: { [it.operator]: it.day } })),
    fc.tuple(day, day).map((days) => ({ [name]: { between: days.sort() } })),
    ...(fact.extra?.length ? [fc.constant({ [name]: { eq: "none" } })] : []),
  );
}

function conditionOf(facts: readonly AnyFact[]): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(...facts.map((fact, i) => testOf(`f${i}`, fact)));
  const some = fc.array(leaf, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    leaf,
    some.map((all) => ({ all })),
    some.map((any) => ({ any })),
    leaf.map((not) => ({ not })),
  );
}

/** Each rule beats all later ones of another kind, so that nothing contradicts; the last speaks for the rest. */
const anyPolicy = fc.array(anyFact, { minLength: 2, maxLength: 4 }).chain((facts) =>
  fc
    .array(fc.record({ when: conditionOf(facts), says: fc.constantFrom(...KINDS) }), {
      minLength: 2,
      maxLength: 6,
    })
    .map((drafts): RawPolicy => {
      const always = {
        any: [{ f0: testAlways(facts[0]) }, { not: { f0: testAlways(facts[0]) } }],
      };
      const all = [...drafts, { when: always, says: "ineligible" as const }];
      const rules = all.map(({ when, says }, i) => ({
        id: `r${i}`,
        when,
        // biome-ignore lint/suspicious/noThenProperty: a rule reads "when ... then ..."
        then: says,
        reason: `R${i}`,
        exceptionTo: all.flatMap((other, j) => (j > i && other.says !== says ? [`r${j}`] : [])),
        cite: ["source"],
      }));
      const named = Object.fromEntries(facts.map((fact, i) => [`f${i}`, fact]));
      return {
        policy: "random",
        version: 1,
        effective: { from: "2025-01-01" },
        facts: named,
        rules,
      } as unknown as RawPolicy;
    }),
);

const testAlways = (fact: AnyFact | undefined): unknown =>
  fact?.values === undefined ? { after: DAYS[0] } : { eq: "a" };

/** Leaves out what the checks call dead until they accept the policy, or undefined if a fact is idle. */
function accepted(raw: RawPolicy): { raw: RawPolicy; compiled: CompiledPolicy } | undefined {
  const parsed = parsePolicy(raw);
  if (parsed.kind === "parsed") return { raw, compiled: parsed.policy };
  const [error] = parsed.errors;
  const [, rule, , exception] = error?.path ?? [];
  if (error?.code === "DEAD_RULE") {
    const rules = raw.rules.filter((_, i) => i !== rule);
    const ids = rules.map(({ id }) => id);
    const kept = (it: RawRule) => ({ ...it, exceptionTo: (it.exceptionTo ?? []).filter((id) => ids.includes(id)) });
    return accepted({ ...raw, rules: rules.map(kept) });
  }
  if (error?.code === "DEAD_EXCEPTION") {
    const kept = (it: RawRule, i: number) =>
      i === rule ? { ...it, exceptionTo: (it.exceptionTo ?? []).filter((_, n) => n !== exception) } : it;
    return accepted({ ...raw, rules: raw.rules.map(kept) });
  }
  expect(error?.code).toBe("IDLE_FACT");
  return undefined;
}

/** Least expected cost of deciding from a state, found without a diagram. */
function optimum(compiled: CompiledPolicy, lattice: Lattice, state: number): number {
  if (isDecided(lattice.kinds(state))) return 0;
  return Math.min(
    ...lattice.open(state).map((fact) => {
      const domain = compiled.domains[fact] ?? [];
      const after = domain.map(
        (_, cell) => optimum(compiled, lattice, lattice.with(state, fact, cell + 1)) / domain.length,
      );
      const asked = compiled.policy.facts[fact];
      return (asked?.from === "question" ? asked.cost : 0) + after.reduce((a, b) => a + b, 0);
    }),
  );
}

test("random policies: 0 false, 0 missed, the same reasons, and no cheaper plan exists", () => {
  let tried = 0;
  fc.assert(
    fc.property(anyPolicy, (draft) => {
      const policy = accepted(draft);
      fc.pre(policy !== undefined);
      const { raw, compiled } = policy as NonNullable<typeof policy>;
      const lattice = latticeOf(raw, compiled);
      tried++;
      for (let state = 0; state < lattice.size; state++) {
        const verdict = evaluate(compiled, factsOfDigits(compiled, lattice.digits(state)));
        const kinds = lattice.kinds(state);
        expect(verdict.kind).toBe(isDecided(kinds) ? KINDS[Math.log2(kinds)] : "needs");
        if (verdict.kind === "needs") continue;
        const sure = raw.rules.filter((_, i) => (lattice.sure(state) & (1 << i)) !== 0).map(({ id }) => id);
        expect(verdict.reasons.map(({ rule }) => rule)).toEqual(sure);
      }
      expect(compiled.planner(compiled.kinds.root, 0).cost).toBeCloseTo(optimum(compiled, lattice, 0), 9);
    }),
    { seed: 3, numRuns: 300 },
  );
  expect(tried).toBeGreaterThanOrEqual(300);
});

test("a day belongs to exactly the cells whose rules it meets, at every cut", () => {
  fc.assert(
    fc.property(anyPolicy, (draft) => {
      const policy = accepted(draft);
      fc.pre(policy !== undefined);
      for (const domain of policy?.compiled.domains ?? []) {
        const days = domain.filter((cell) => cell.kind === "days");
        for (const [i, cell] of days.entries()) {
          expect(sampleOf(cell) >= (cell.from ?? "")).toBe(true);
          if (i > 0) expect((days[i - 1]?.to ?? "") < (cell.from ?? "")).toBe(true);
        }
      }
    }),
    { seed: 5, numRuns: 50 },
  );
});
