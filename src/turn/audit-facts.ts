import type { AuditFact, AuditTrail, AuditVerdict } from "../core/audit.ts";
import { canonicalJson } from "../core/canonical-json.ts";
import type { FactName, FactState, Facts } from "../core/fact.ts";
import type { Verdict } from "../core/verdict.ts";
import { sampleOf } from "../policy/cells.ts";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";

/** The part of a verdict that is kept and compared. */
export function auditVerdict(verdict: Verdict): AuditVerdict {
  if (verdict.kind === "needs") return { kind: verdict.kind, reasons: [], ask: verdict.ask };
  const reasons = verdict.reasons.map(({ rule, code }) => ({ rule, code }));
  if (verdict.kind === "refer") return { kind: verdict.kind, reasons, stuckOn: verdict.stuckOn };
  const { kind, because, validUntil } = verdict;
  return { kind, reasons, because, ...(validUntil === undefined ? {} : { validUntil }) };
}

export interface Told {
  readonly facts: Facts;
  readonly learnedAt: AuditTrail["learnedAt"];
  readonly evaluate: (facts: Facts) => Verdict;
}

/** The policy's facts as they are recorded: sensitive ones sealed one after the other, each against those before it. */
export function auditFacts({ policy, domains }: CompiledPolicy, told: Told): readonly AuditFact[] {
  let sealed: readonly Facts[] = [told.facts];
  const verdict = canonicalJson(auditVerdict(told.evaluate(told.facts)));
  const same = (facts: Facts): boolean => canonicalJson(auditVerdict(told.evaluate(facts))) === verdict;
  return policy.facts.flatMap((fact, i): readonly AuditFact[] => {
    const is = told.facts[fact.name];
    if (is === undefined || fact.from === "clock") return [];
    const seq = told.learnedAt[fact.name];
    const named = { fact: fact.name, ...(seq === undefined ? {} : { seq }) };
    if (!fact.sensitive) return [{ ...named, ...withoutWords(is) }];
    if (is.state === "conflict") return [{ ...named, state: is.state }];
    if (is.state !== "known") return [{ ...named, state: is.state }];
    const values = (domains[i] ?? []).map(sampleOf);
    const oneOf = values.filter((value) => sealed.every((facts) => same(withValue(facts, fact.name, value))));
    sealed = alternatives(sealed, fact.name, oneOf);
    return [{ ...named, state: "sealed", oneOf, from: is.from }];
  });
}

function withoutWords(is: FactState): AuditFactState {
  if (is.state !== "known") return is;
  const { evidence: _, ...kept } = is;
  return kept;
}

type AuditFactState = AuditFact extends infer Fact
  ? Fact extends AuditFact
    ? Omit<Fact, "fact" | "seq">
    : never
  : never;

const withValue = (facts: Facts, fact: FactName, value: string): Facts => ({
  ...facts,
  [fact]: { state: "known", value, from: "customer" },
});

/** No value of the policy stands for one from outside it, and is one from outside again. */
const alternatives = (all: readonly Facts[], fact: FactName, values: readonly string[]): readonly Facts[] =>
  all.flatMap((facts) => (values.length === 0 ? [""] : values).map((value) => withValue(facts, fact, value)));

/** Every set of facts that a record may stand for; one, unless sensitive facts are sealed in it. */
export const recordedFacts = (facts: readonly AuditFact[]): readonly Facts[] =>
  facts.reduce<readonly Facts[]>((all, told) => all.flatMap((each) => readings(each, told)), [{}]);

function readings(before: Facts, told: AuditFact): readonly Facts[] {
  switch (told.state) {
    case "known":
      return [withValue(before, told.fact, told.value)];
    case "sealed":
      return alternatives([before], told.fact, told.oneOf);
    case "unsure":
    case "declined":
      return [{ ...before, [told.fact]: { state: told.state } }];
    case "conflict":
      return [{ ...before, [told.fact]: { state: told.state, values: told.values ?? [] } }];
  }
}
