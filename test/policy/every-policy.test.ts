import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/core/fact.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import { evaluate } from "../../src/policy/evaluate.ts";
import { factsOfDigits } from "./facts-of.ts";
import { isDecided, KINDS, kindsIn, latticeOf } from "./lattice.ts";
import { shippedPolicies } from "./shipped-policies.ts";

const shipped = shippedPolicies();

test("there are policies to be proven, none with more rules than the brute force can count", () => {
  expect(shipped.length).toBeGreaterThan(0);
  expect(shipped.filter(({ raw }) => raw.rules.length > 32).map(({ name }) => name)).toEqual([]);
});

describe.each(shipped.map((policy) => [policy.name, policy] as const))("%s", (_, { raw, compiled }) => {
  const lattice = latticeOf(raw, compiled);
  const names = compiled.policy.facts.map(({ name }) => name);
  const clock = compiled.policy.facts.findIndex(({ from }) => from === "clock");
  const verdictOf = (state: number): Verdict => evaluate(compiled, factsOfDigits(compiled, lattice.digits(state)));
  const states = Array.from({ length: lattice.size }, (_, state) => state);
  const verdicts = states.map(verdictOf);
  const knowsTheDay = (state: number): boolean => clock < 0 || lattice.digits(state)[clock] !== 0;

  /** Whether answers to the open questions, none of them blocked, can decide the kind. */
  function canSettle(state: number, blocked: ReadonlySet<number>): boolean {
    if (isDecided(lattice.kinds(state))) return true;
    const [fact] = lattice
      .open(state)
      .filter((open) => !blocked.has(open) && (lattice.support(state) & (1 << open)) !== 0);
    if (fact === undefined) return false;
    return (compiled.domains[fact] ?? []).some((_, cell) => canSettle(lattice.with(state, fact, cell + 1), blocked));
  }

  describe("every partial state, against brute force over its completions", () => {
    test("no false verdict and no missed one", () => {
      const wrong = states.filter((state) => {
        const kinds = lattice.kinds(state);
        const verdict = verdicts[state];
        const stuck = verdict?.kind === "refer" && verdict.stuckOn.length > 0;
        if (isDecided(kinds)) return verdict?.kind !== KINDS[Math.log2(kinds)] || stuck;
        return verdict?.kind !== "needs" && !stuck;
      });
      expect(wrong).toEqual([]);
      expect(states.length).toBe(compiled.domains.reduce((product, domain) => product * (domain.length + 1), 1));
    });

    test("eligible is never said while an exclusion is open", () => {
      const early = states.filter(
        (state) => verdicts[state]?.kind === "eligible" && kindsIn(lattice.kinds(state)).length > 1,
      );
      expect(early).toEqual([]);
    });

    test("only a fact that can still matter is asked, and all that can are told", () => {
      const wrong = states.filter((state) => {
        const verdict = verdicts[state];
        if (verdict?.kind !== "needs") return false;
        const told = [verdict.ask, ...verdict.alsoRelevant].sort();
        const truth = names.filter((_, fact) => fact !== clock && (lattice.support(state) & (1 << fact)) !== 0).sort();
        return told.join() !== truth.join() || verdict.possible.join() !== kindsIn(lattice.kinds(state)).join();
      });
      expect(wrong).toEqual([]);
    });

    test("reasons are exactly the rules that stand in every completion, and there is always one once the day is known", () => {
      const wrong = states.filter((state) => {
        const verdict = verdicts[state];
        if (verdict === undefined || verdict.kind === "needs" || !isDecided(lattice.kinds(state))) return false;
        const truth = raw.rules.filter((_, i) => (lattice.sure(state) & (1 << i)) !== 0).map(({ id }) => id);
        const told = verdict.reasons.map(({ rule }) => rule);
        return told.join() !== truth.join() || (told.length === 0 && knowsTheDay(state));
      });
      expect(wrong).toEqual([]);
    });

    test("learning one more fact never flips a decided kind", () => {
      let extensions = 0;
      for (const state of states) {
        const kind = verdicts[state]?.kind;
        if (!isDecided(lattice.kinds(state))) continue;
        for (const fact of lattice.open(state)) {
          for (let digit = 1; digit <= (compiled.domains[fact]?.length ?? 0); digit++) {
            extensions++;
            const next = lattice.with(state, fact, digit);
            if (verdicts[next]?.kind !== kind) expect.fail(`${state} flips at ${next}`);
          }
        }
      }
      expect(extensions).toBeGreaterThan(0);
    });

    test("`because` is enough, and nothing in it can be left out", () => {
      const only = (state: number, kept: readonly string[]): number =>
        lattice
          .digits(state)
          .reduce((rest, _, fact) => (kept.includes(names[fact] ?? "") ? rest : lattice.with(rest, fact, 0)), state);
      const without = (state: number, because: readonly string[], left: string): number =>
        only(
          state,
          because.filter((kept) => kept !== left),
        );
      const wrong = states.filter((state) => {
        const verdict = verdicts[state];
        if (verdict?.kind !== "eligible" && verdict?.kind !== "ineligible") return false;
        const { because } = verdict;
        if (!isDecided(lattice.kinds(only(state, because)))) return true;
        return because.some((name) => isDecided(lattice.kinds(without(state, because, name))));
      });
      expect(wrong).toEqual([]);
    });
  });

  const anyState = fc.tuple(...compiled.domains.map((domain) => fc.integer({ min: 0, max: domain.length })));
  const numberOf = (digits: readonly number[]): number =>
    digits.reduce((state, digit, fact) => lattice.with(state, fact, digit), 0);

  test("the order of the answers changes nothing", () => {
    const facts = names.map((_, i) => i);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.shuffledSubarray(facts, { minLength: names.length }),
        (seed, order) => {
          const full = compiled.domains.map((domain, i) => 1 + ((seed >> (i * 4)) % domain.length));
          let state = 0;
          for (const fact of order) {
            if (isDecided(lattice.kinds(state))) break;
            state = lattice.with(state, fact, full[fact] ?? 1);
          }
          expect(verdictOf(state).kind).toBe(verdictOf(numberOf(full)).kind);
        },
      ),
      { seed: 7, numRuns: 2_000 },
    );
  });

  test("what the customer does not know or say: first what can still settle it, then a person, never a guess", () => {
    const askable = names.map((_, i) => i).filter((i) => i !== clock);
    const blocking = fc.subarray(askable, { minLength: 1 });
    const silence = fc.constantFrom("unsure" as const, "declined" as const);
    fc.assert(
      fc.property(anyState, blocking, silence, (digits, blocked, is) => {
        const known = digits.map((digit, fact) => (blocked.includes(fact) ? 0 : digit));
        const state = numberOf(known);
        const facts: Facts = {
          ...factsOfDigits(compiled, known),
          ...Object.fromEntries(blocked.map((fact) => [names[fact], { state: is }])),
        };
        const verdict = evaluate(compiled, facts);
        if (isDecided(lattice.kinds(state))) {
          expect(verdict.kind).toBe(KINDS[Math.log2(lattice.kinds(state))]);
        } else if (canSettle(state, new Set([...blocked, clock]))) {
          expect(verdict.kind).toBe("needs");
          if (verdict.kind === "needs") expect(blocked.map((fact) => names[fact])).not.toContain(verdict.ask);
        } else {
          expect(verdict).toMatchObject({ kind: "refer", reasons: [] });
          if (verdict.kind === "refer") expect(verdict.stuckOn.length).toBeGreaterThan(0);
        }
      }),
      { seed: 11, numRuns: 5_000 },
    );
  });
});
