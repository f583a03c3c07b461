import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import { policyHash } from "../policy/policy-hash.ts";
import type { Content } from "./content.ts";
import { sha256 } from "./sha256.ts";

/** Every policy of every pack, to be found by what it says. */
export function shippedPolicies({ packs }: Pick<Content, "packs">) {
  const all = [...packs.values()].flatMap(({ policies }) => [...policies.values()].flat());
  const hashes = new Map(all.map((compiled) => [policyHash(compiled.policy, sha256), compiled]));
  return {
    byHash: (hash: string): CompiledPolicy | undefined => hashes.get(hash),
    byBenefit: (incident: string, benefit: string): readonly CompiledPolicy[] =>
      packs.get(incident)?.policies.get(benefit) ?? [],
  };
}
