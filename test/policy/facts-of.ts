import type { FactState, Facts } from "../../src/core/fact.ts";
import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";

/** Facts as an evaluation wants them: plain values are what the customer said. */
export const factsOf = (facts: Readonly<Record<string, string | FactState>>): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, is]) => [
      name,
      typeof is === "string" ? { state: "known", value: is, from: "customer" } : is,
    ]),
  );

/** Facts of a state of the lattice: one digit per fact, 0 is open. */
export function factsOfDigits({ policy, domains }: CompiledPolicy, digits: readonly number[]): Facts {
  const known = digits.flatMap((digit, i) => {
    const cell = domains[i]?.[digit - 1];
    return cell === undefined ? [] : [[policy.facts[i]?.name ?? "", sampleOf(cell)] as const];
  });
  return factsOf(Object.fromEntries(known));
}
