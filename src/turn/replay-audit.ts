import type { AuditRecord, AuditVerdict } from "../core/audit.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import { decide } from "../policy/decide.ts";
import { inForce } from "../policy/in-force.ts";
import type { Sha256 } from "../ports/sha256.ts";
import { auditVerdict, recordedFacts } from "./audit-facts.ts";

/** Policies that can be replayed. */
export interface ShippedPolicies {
  readonly byHash: (hash: string) => CompiledPolicy | undefined;
  readonly byBenefit: (incident: string, benefit: string) => readonly CompiledPolicy[];
}

export type Replay =
  | { readonly kind: "same" }
  | { readonly kind: "differs"; readonly now: AuditVerdict }
  /** The policy that decided is not shipped any more, or not as it was. */
  | { readonly kind: "policy-unknown" };

/** Decides a record's facts again, by the policy that decided them then. */
export function replayAudit(record: AuditRecord, shipped: ShippedPolicies): Replay {
  const policies = policiesOf(record, shipped);
  if (policies === undefined) return { kind: "policy-unknown" };
  for (const facts of recordedFacts(record.facts)) {
    const now = auditVerdict(decide(policies, facts, record.day));
    if (canonicalJson(now) !== canonicalJson(record.verdict)) return { kind: "differs", now };
  }
  return { kind: "same" };
}

function policiesOf(record: AuditRecord, shipped: ShippedPolicies): readonly CompiledPolicy[] | undefined {
  const { policy, incident, benefit, day } = record;
  if (policy === undefined) return shipped.byBenefit(incident, benefit);
  const compiled = shipped.byHash(policy.hash);
  const known =
    compiled !== undefined && compiled.policy.id === policy.id && compiled.policy.version === policy.version;
  return known && inForce([compiled], day) !== undefined ? [compiled] : undefined;
}

/** True when nothing in the record was changed after its hash was taken. */
export function isIntact({ hash, ...record }: AuditRecord, sha256: Sha256): boolean {
  return sha256(canonicalJson(record)) === hash;
}
