import type { Day } from "../core/day.ts";
import type { Facts } from "../core/fact.ts";
import type { Verdict } from "../core/verdict.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { evaluate } from "./evaluate.ts";
import { inForce } from "./in-force.ts";

/** The verdict as of a day: the clock's facts are set here, and without a policy in force a person decides. */
export function decide(policies: readonly CompiledPolicy[], facts: Facts, day: Day): Verdict {
  const compiled = inForce(policies, day);
  if (compiled === undefined) {
    return { kind: "refer", reasons: [], stuckOn: [], possible: ["eligible", "ineligible", "refer"], trace: [] };
  }
  const clock = compiled.policy.facts.filter(({ from }) => from === "clock");
  const today = { state: "known", value: day, from: "clock" } as const;
  return evaluate(compiled, { ...facts, ...Object.fromEntries(clock.map(({ name }) => [name, today])) });
}
