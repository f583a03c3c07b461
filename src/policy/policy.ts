import type { Day } from "../core/day.ts";
import type { FactName } from "../core/fact.ts";
import type { BenefitId, VerdictKind } from "../core/verdict.ts";

/** The rules of one benefit, for as long as they are in force. */
export interface Policy {
  readonly id: BenefitId;
  readonly version: number;
  /** Both days included. */
  readonly effective: { readonly from: Day; readonly to?: Day };
  readonly facts: readonly PolicyFact[];
  readonly rules: readonly Rule[];
}

export type PolicyFact = FactOrigin & {
  readonly name: FactName;
  /** How likely each cell is, in the order of the cells. Orders questions; never touches a verdict. */
  readonly prior?: readonly number[];
} & (
    | { readonly kind: "enum"; readonly values: readonly string[] }
    /** A day, or one of the extra words (`none`). */
    | { readonly kind: "date"; readonly extra: readonly string[] }
  );

type FactOrigin =
  /** `cost` weighs the burden of the question against others. */
  { readonly from: "question"; readonly cost: number; readonly sensitive: boolean } | { readonly from: "clock" };

export interface Rule {
  readonly id: string;
  readonly group?: string;
  readonly when: Condition;
  readonly then: VerdictKind;
  readonly reason: string;
  /** Ids of rules, or names of groups, that this rule beats wherever it stands. */
  readonly exceptionTo: readonly string[];
  /** Ids of sources. */
  readonly cite: readonly string[];
}

export type Condition =
  | { readonly kind: "all" | "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "values"; readonly fact: FactName; readonly values: readonly string[] }
  /** Both days included; an extra word is never within days. */
  | { readonly kind: "days"; readonly fact: FactName; readonly from?: Day; readonly to?: Day };
