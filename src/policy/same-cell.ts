import type { FactName } from "../core/fact.ts";
import { cellOf } from "./cells.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

/** True when no rule distinguishes the two values, e.g. the ends of "in October"; then either may stand for both. */
export function sameCell(
  { policy, domains }: CompiledPolicy,
  fact: FactName,
  [a, b]: readonly [string, string],
): boolean {
  const domain = domains[policy.facts.findIndex(({ name }) => name === fact)] ?? [];
  const cell = cellOf(domain, a);
  return cell !== undefined && cell === cellOf(domain, b);
}
