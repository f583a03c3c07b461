import type { Effect } from "../core/effect.ts";
import type { FactName, FactState, Facts } from "../core/fact.ts";
import { type SaidFact, text } from "../core/message.ts";

/** What a verdict rests on, so that a misunderstanding is seen before the verdict is believed. */
export function understoodAs(facts: Facts, key: string): readonly Effect[] {
  const known = Object.entries(facts).flatMap(([fact, is]) => (is.state === "known" ? [saidAs(fact, is)] : []));
  return known.length === 0 ? [] : [{ kind: "say", message: text(key, { facts: { kind: "facts", facts: known } }) }];
}

/** A span is told in the customer's own words: its first day was never said. */
const saidAs = (fact: FactName, { value, to, evidence }: Extract<FactState, { state: "known" }>): SaidFact =>
  to === undefined || evidence === undefined ? { fact, value } : { fact, value, words: evidence };
