import type { FactName, Facts } from "../core/fact.ts";
import type { Verdict } from "../core/verdict.ts";
import { type Cell, sampleOf } from "./cells.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { evaluate } from "./evaluate.ts";

export interface WhatIfRow {
  readonly cell: Cell;
  readonly verdict: Verdict;
}

/** The verdict for every value that one fact could have, the others staying as they are; a row for each cell. */
export function whatIf(compiled: CompiledPolicy, facts: Facts, vary: FactName): readonly WhatIfRow[] {
  const index = compiled.policy.facts.findIndex(({ name }) => name === vary);
  return (compiled.domains[index] ?? []).map((cell) => {
    const supposed = { ...facts, [vary]: { state: "known", value: sampleOf(cell), from: "customer" } } as const;
    return { cell, verdict: evaluate(compiled, supposed) };
  });
}
