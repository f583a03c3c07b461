import type { AuditRecord, AuditTrail } from "../core/audit.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Day, Instant } from "../core/day.ts";
import type { Effect } from "../core/effect.ts";
import type { Facts } from "../core/fact.ts";
import { type ConversationId, caseId } from "../core/ids.ts";
import { fold } from "../dialog/fold.ts";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import { decide } from "../policy/decide.ts";
import { inForce } from "../policy/in-force.ts";
import { policyHash } from "../policy/policy-hash.ts";
import type { Sha256 } from "../ports/sha256.ts";
import { auditFacts, auditVerdict } from "./audit-facts.ts";

export interface AuditWith {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly now: Instant;
  readonly day: Day;
  readonly incident: string;
  readonly policies: ReadonlyMap<string, readonly CompiledPolicy[]>;
  readonly sha256: Sha256;
}

export interface TurnAudit {
  readonly records: readonly AuditRecord[];
  readonly trail?: AuditTrail;
}

type Decided = Extract<Effect, { kind: "decided" }>;

/** A record for each benefit that the effects decide, chained to those before, from the facts as they were at that point. */
export function auditTurn(before: ConversationState, effects: readonly Effect[], use: AuditWith): TurnAudit {
  const records: AuditRecord[] = [];
  // Only what is learnt or decided leaves a trace; for the rest the state need not be followed.
  if (!effects.some(({ kind }) => kind === "learn" || kind === "decided")) return untouched(before);
  let state = before;
  let trail = before.audit;
  for (const effect of effects) {
    state = fold(state, [effect], caseId(""));
    const { learnedAt = {} } = trail ?? {};
    if (effect.kind === "learn") trail = { ...trail, learnedAt: { ...learnedAt, [effect.fact]: use.seq } };
    if (effect.kind !== "decided") continue;
    const told = Object.entries(learnedAt).filter(([fact]) => effect.supposed?.[fact] === undefined);
    const record = recordOf(effect, state.facts, { last: trail?.last, learnedAt: Object.fromEntries(told) }, use);
    records.push(record);
    trail = { last: record.hash, learnedAt };
  }
  return { records, ...(trail === undefined ? {} : { trail }) };
}

const untouched = ({ audit }: ConversationState): TurnAudit => ({
  records: [],
  ...(audit === undefined ? {} : { trail: audit }),
});

function recordOf(
  { benefit, verdict, supposed }: Decided,
  known: Facts,
  { last, learnedAt }: { readonly last: string | undefined; readonly learnedAt: AuditTrail["learnedAt"] },
  use: AuditWith,
): AuditRecord {
  const { conversation, seq, now: at, day, incident, sha256 } = use;
  const policies = use.policies.get(benefit) ?? [];
  const compiled = inForce(policies, day);
  const facts = { ...known, ...supposed };
  const told = { facts, learnedAt, evaluate: (supposed: Facts) => decide(policies, supposed, day) };
  const record = {
    conversation,
    seq,
    at,
    day,
    incident,
    benefit,
    ...(compiled === undefined ? {} : { policy: identityOf(compiled, sha256) }),
    facts: compiled === undefined ? [] : auditFacts(compiled, told),
    ...(supposed === undefined ? {} : { supposed: Object.keys(supposed) }),
    verdict: auditVerdict(verdict),
    ...(last === undefined ? {} : { previous: last }),
  };
  return { ...record, hash: sha256(canonicalJson(record)) };
}

const identityOf = ({ policy }: CompiledPolicy, sha256: Sha256) => ({
  id: policy.id,
  version: policy.version,
  hash: policyHash(policy, sha256),
});
