import { canonicalJson } from "../core/canonical-json.ts";
import type { Policy } from "./policy.ts";

/** Identity of a policy: of what was read from its file, with facts and rules in their order, for order breaks ties between questions. */
export function policyHash(policy: Policy, sha256: (text: string) => string): string {
  const known = hashes.get(policy) ?? sha256(canonicalJson(policy));
  hashes.set(policy, known);
  return known;
}

/** A policy never changes once it is loaded, and writing it out takes longer than a turn. */
const hashes = new WeakMap<Policy, string>();
