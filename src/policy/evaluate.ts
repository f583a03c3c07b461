import type { Day } from "../core/day.ts";
import type { FactName, Facts } from "../core/fact.ts";
import type { Reason, TraceLine, Verdict, VerdictKind } from "../core/verdict.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import { bitsOf } from "./planner.ts";
import { readFacts, restrictAll } from "./restrict-all.ts";
import { type Cells, rulesOf } from "./standing.ts";

/** What the policy concludes from what is known; `today` must be among the facts, as known from the clock. */
export function evaluate(compiled: CompiledPolicy, facts: Facts): Verdict {
  const { cells, blocked, disputed } = readFacts(compiled, facts);
  const { diagram } = compiled.kinds;
  const node = restrictAll(compiled.kinds, cells);
  const trace = traceOf(compiled, cells);
  const possible = VERDICT_KINDS.filter((kind) => diagram.labels(node).has(kind));
  const [kind] = possible;
  if (kind !== undefined && possible.length === 1) {
    const reasons = sureReasons(compiled, cells);
    if (kind === "refer") return { kind, reasons, stuckOn: [], possible, trace };
    const validUntil = lastDay(compiled, cells, kind);
    const because = becauseOf(compiled, cells);
    return { kind, reasons, because, ...(validUntil === undefined ? {} : { validUntil }), trace };
  }
  const open = diagram.support(node);
  const { ask } = (open & disputed) === 0 ? compiled.planner(node, blocked) : {};
  if (ask === undefined) {
    const stuckOn = namesOf(compiled, (open & disputed) === 0 ? open & blocked : open & disputed);
    return { kind: "refer", reasons: [], stuckOn, possible, trace };
  }
  const questions = bitsOf(open & ~blocked).filter((fact) => compiled.policy.facts[fact]?.from === "question");
  const alsoRelevant = questions.filter((fact) => fact !== ask).map((fact) => nameOf(compiled, fact));
  return { kind: "needs", ask: nameOf(compiled, ask), alsoRelevant, possible, trace };
}

const VERDICT_KINDS: readonly VerdictKind[] = ["eligible", "ineligible", "refer"];

const nameOf = ({ policy }: CompiledPolicy, fact: number): FactName => policy.facts[fact]?.name ?? "";

const namesOf = (compiled: CompiledPolicy, facts: number): readonly FactName[] =>
  bitsOf(facts).map((fact) => nameOf(compiled, fact));

/** Reasons that hold whatever the open facts turn out to be. */
function sureReasons(compiled: CompiledPolicy, cells: Cells): readonly Reason[] {
  const { diagram } = compiled.standing;
  const [first = [], ...others] = [...diagram.labels(restrictAll(compiled.standing, cells))].map(rulesOf);
  return first
    .filter((rule) => others.every((rules) => rules.includes(rule)))
    .flatMap((index) => {
      const rule = compiled.policy.rules[index];
      return rule === undefined ? [] : [{ rule: rule.id, code: rule.reason, sources: rule.cite }];
    });
}

/** Drops known facts one by one while the kind stays decided; what remains cannot be shortened. */
function becauseOf(compiled: CompiledPolicy, cells: Cells): readonly FactName[] {
  const needed = [...cells];
  for (const [fact, cell] of cells.entries()) {
    needed[fact] = undefined;
    if (compiled.kinds.diagram.decided(restrictAll(compiled.kinds, needed)) === undefined) needed[fact] = cell;
  }
  return needed.flatMap((cell, fact) => (cell === undefined ? [] : [nameOf(compiled, fact)]));
}

/**
 * The day before the first cut of the clock at which the kind becomes another, or the reasons of an `eligible`. One more
 * reason against it is no hope worth waiting for.
 */
function lastDay(compiled: CompiledPolicy, cells: Cells, of: VerdictKind): Day | undefined {
  const { policy, domains } = compiled;
  const clock = policy.facts.findIndex((fact) => fact.from === "clock");
  const now = cells[clock];
  const domain = domains[clock] ?? [];
  const told = (at: number | undefined): string => {
    const then = cells.with(clock, at);
    const kind = compiled.kinds.diagram.decided(restrictAll(compiled.kinds, then));
    const reasons = of === "eligible" ? sureReasons(compiled, then) : [];
    return [kind, ...reasons.map(({ code }) => code)].join();
  };
  for (let at = now ?? domain.length; at + 1 < domain.length; at++) {
    const cell = domain[at];
    if (cell?.kind === "days" && told(at + 1) !== told(now)) return earlier(cell.to, policy.effective.to);
  }
  return policy.effective.to;
}

const earlier = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

function traceOf({ policy, judge, beaters }: CompiledPolicy, cells: Cells): readonly TraceLine[] {
  const { holds, stands } = judge(cells);
  const idOf = (rule: number): string => policy.rules[rule]?.id ?? "";
  return policy.rules.flatMap((rule, i) => {
    if (holds[i] !== true) return [];
    const beatenBy = (beaters[i] ?? []).filter((beater) => stands[beater] === true).map(idOf);
    return [{ rule: rule.id, beatenBy }];
  });
}
