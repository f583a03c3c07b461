import type { Day, Instant } from "./day.ts";
import type { FactName, FactOrigin } from "./fact.ts";
import type { ConversationId } from "./ids.ts";
import type { BenefitId, Verdict } from "./verdict.ts";

/** What was decided about one benefit, and from what: enough to decide it again. The customer's words are never in it. */
export interface AuditRecord {
  readonly conversation: ConversationId;
  /** The arrival whose turn decided. */
  readonly seq: number;
  readonly at: Instant;
  readonly day: Day;
  readonly incident: string;
  readonly benefit: BenefitId;
  /** Absent when no policy was in force on the day. */
  readonly policy?: AuditPolicy;
  readonly facts: readonly AuditFact[];
  /** Those of the facts that the customer only imagined ("그럼 1월 10일에 해지하면요?"). */
  readonly supposed?: readonly FactName[];
  readonly verdict: AuditVerdict;
  /** `hash` of the record before in this conversation; absent in its first. */
  readonly previous?: string;
  /** SHA-256 of the canonical JSON of all of the above, hex. */
  readonly hash: string;
}

export interface AuditPolicy {
  readonly id: BenefitId;
  readonly version: number;
  /** SHA-256 of the canonical JSON of the policy, hex. */
  readonly hash: string;
}

/** A fact that the policy asks for. `seq` is the arrival that told it; absent for the clock's. */
export type AuditFact = { readonly fact: FactName; readonly seq?: number } & (
  | { readonly state: "known"; readonly value: string; readonly to?: string; readonly from: FactOrigin }
  /** Of a sensitive fact only what the verdict tells anyway: a value of each cell that gives the same verdict. */
  | { readonly state: "sealed"; readonly oneOf: readonly string[]; readonly from: FactOrigin }
  | { readonly state: "unsure" | "declined" }
  /** The values are left out where the fact is sensitive. */
  | { readonly state: "conflict"; readonly values?: readonly string[] }
);

export interface AuditVerdict {
  readonly kind: Verdict["kind"];
  readonly reasons: readonly { readonly rule: string; readonly code: string }[];
  readonly because?: readonly FactName[];
  readonly validUntil?: Day;
  readonly stuckOn?: readonly FactName[];
  /** The fact that is asked for next, of a verdict that needs one. */
  readonly ask?: FactName;
}

/** What a conversation carries from turn to turn for its records. */
export interface AuditTrail {
  /** `hash` of its last record; absent before the first. */
  readonly last?: string;
  /** The arrival that told each fact. */
  readonly learnedAt: Readonly<Record<FactName, number>>;
}
