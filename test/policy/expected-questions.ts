import type { Day } from "../../src/core/day.ts";
import type { Facts } from "../../src/core/fact.ts";
import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { decide } from "../../src/policy/decide.ts";

export interface ExpectedQuestions {
  /** Mean over customers as the priors have them, exact. */
  readonly mean: number;
  readonly most: number;
  /** Share of customers who are asked something sensitive. */
  readonly sensitive: number;
}

const NONE: ExpectedQuestions = { mean: 0, most: 0, sensitive: 0 };

/** Follows every answer to every question of a talk on that day. */
export function expectedQuestions(compiled: CompiledPolicy, day: Day, facts: Facts = {}): ExpectedQuestions {
  const verdict = decide([compiled], facts, day);
  if (verdict.kind !== "needs") return NONE;
  const index = compiled.policy.facts.findIndex(({ name }) => name === verdict.ask);
  const asked = compiled.policy.facts[index];
  const cells = compiled.domains[index] ?? [];
  const weights = asked?.prior ?? cells.map(() => 1);
  const whole = weights.reduce((a, b) => a + b, 0);
  const isSensitive = asked?.from === "question" && asked.sensitive;
  return cells.reduce<ExpectedQuestions>(
    ({ mean, most, sensitive }, cell, i) => {
      const share = (weights[i] ?? 0) / whole;
      const answer = { state: "known", value: sampleOf(cell), from: "customer" } as const;
      const after = expectedQuestions(compiled, day, { ...facts, [verdict.ask]: answer });
      return {
        mean: mean + share * after.mean,
        most: Math.max(most, 1 + after.most),
        sensitive: isSensitive ? 1 : sensitive + share * after.sensitive,
      };
    },
    { ...NONE, mean: 1 },
  );
}
