import type { Day } from "./day.ts";
import type { FactName } from "./fact.ts";

/** What a rule can conclude. `refer` means that a person decides. */
export type VerdictKind = "eligible" | "ineligible" | "refer";

/** Id of a benefit, which is the file name of its policy (`termination-fee-waiver`). */
export type BenefitId = string;

/** Why: one surviving rule, with the sources of the pack that it cites. */
export interface Reason {
  readonly rule: string;
  /** Upper-case code (`LINE_NOT_COVERED`); answers are filed under it. */
  readonly code: string;
  readonly sources: readonly string[];
}

export type Verdict =
  | {
      readonly kind: "eligible" | "ineligible";
      readonly reasons: readonly Reason[];
      /** Irreducible: without any one of these facts the verdict would be open. */
      readonly because: readonly FactName[];
      /** Last day on which the same facts give the same kind; of an `eligible` also the same reasons. */
      readonly validUntil?: Day;
      readonly trace: readonly TraceLine[];
    }
  | {
      readonly kind: "needs";
      readonly ask: FactName;
      readonly alsoRelevant: readonly FactName[];
      readonly possible: readonly VerdictKind[];
      readonly trace: readonly TraceLine[];
    }
  | {
      readonly kind: "refer";
      readonly reasons: readonly Reason[];
      /** Facts that are unsure, declined or in conflict and block the verdict; empty when a rule refers. */
      readonly stuckOn: readonly FactName[];
      readonly possible: readonly VerdictKind[];
      readonly trace: readonly TraceLine[];
    };

/** One rule that applies to the known facts, and the rules that beat it. */
export interface TraceLine {
  readonly rule: string;
  readonly beatenBy: readonly string[];
}
