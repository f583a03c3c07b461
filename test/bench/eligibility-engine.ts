import type { FactName } from "../../src/core/fact.ts";
import type { VerdictKind } from "../../src/core/verdict.ts";

/** What an engine says of a partial situation: a kind when it holds the matter for decided, else what it would ask. */
export interface Told {
  readonly kind?: VerdictKind;
  readonly ask?: FactName;
}

/** Values of the facts that are known. */
export type Known = Readonly<Record<FactName, string>>;

export interface EligibilityEngine {
  readonly name: string;
  tell(known: Known): Told | Promise<Told>;
}

export const KINDS: readonly VerdictKind[] = ["eligible", "ineligible", "refer"];
