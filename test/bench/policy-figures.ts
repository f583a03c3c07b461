import { evaluate } from "../../src/policy/evaluate.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import { expectedQuestions } from "../policy/expected-questions.ts";
import { factsOfDigits } from "../policy/facts-of.ts";
import { isDecided, KINDS, latticeOf } from "../policy/lattice.ts";
import type { ShippedPolicy } from "../policy/shipped-policies.ts";

/** Seconds of processor time to read and prove a policy, and to check every partial state of it by brute force. */
export function proofFigures({ name, raw }: ShippedPolicy) {
  const start = process.cpuUsage();
  const parsed = parsePolicy(raw);
  const loadSeconds = secondsSince(start);
  if (parsed.kind === "refused") throw new Error(`${name} is refused`);
  const checking = process.cpuUsage();
  const lattice = latticeOf(raw, parsed.policy);
  let wrong = 0;
  for (let state = 0; state < lattice.size; state++) {
    const { kind } = evaluate(parsed.policy, factsOfDigits(parsed.policy, lattice.digits(state)));
    const kinds = lattice.kinds(state);
    const right = isDecided(kinds) ? kind === KINDS[Math.log2(kinds)] : kind === "needs" || kind === "refer";
    if (!right) wrong += 1;
  }
  return { policy: name, loadSeconds, partialStates: lattice.size, wrong, bruteForceSeconds: secondsSince(checking) };
}

/** Exact expectation over the priors, on each day. */
export const questionFigures = ({ name, compiled }: ShippedPolicy, days: readonly string[]) =>
  days.map((day) => ({ policy: name, day, ...expectedQuestions(compiled, day) }));

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return Math.round((user + system) / 1e3) / 1e3;
}
