import { type Domain, domainsOf } from "../cells.ts";
import type { CompiledPolicy } from "../compiled-policy.ts";
import { createDiagram, type Diagram, type NodeId, type Rooted } from "../diagram.ts";
import { createPlanner } from "../planner.ts";
import type { Policy } from "../policy.ts";
import { beatersOf, judgeOf } from "../standing.ts";
import { type Finding, findFlaws, findIdleFacts } from "./find-flaws.ts";
import { orderOf } from "./order-rules.ts";
import { kindsOf, surveyCells } from "./survey-cells.ts";

export const MAX_CELLS = 250_000;

export type Compilation =
  | { readonly kind: "compiled"; readonly policy: CompiledPolicy }
  | { readonly kind: "flawed"; readonly findings: readonly Finding[] };

/** Visits every cell of the policy, which must be free of circular exceptions. */
export function compilePolicy(policy: Policy): Compilation {
  const domains = domainsOf(policy);
  const size = domains.reduce((product, domain) => product * domain.length, 1);
  if (size > MAX_CELLS || policy.facts.length > 30) {
    const message = `${size} cells of ${policy.facts.length} facts; at most ${MAX_CELLS} of 30 can be proven`;
    return { kind: "flawed", findings: [{ code: "TOO_LARGE", path: ["facts"], message }] };
  }
  const ordered = orderOf(policy.rules);
  const judge = judgeOf(policy, domains, ordered.kind === "order" ? ordered.order : []);
  const survey = surveyCells(policy, domains, judge);
  const findings = findFlaws(policy, domains, survey);
  if (findings.length > 0) return { kind: "flawed", findings };

  const kinds = createDiagram();
  const kindsRoot = relabel(survey.standing, domains, kinds, (label) => kindsOf(policy, label)[0] ?? "refer");
  const idle = findIdleFacts(policy, kinds.support(kindsRoot), survey.standing.diagram.support(survey.standing.root));
  if (idle.length > 0) return { kind: "flawed", findings: idle };
  const planner = createPlanner(policy, domains, kinds);
  const compiled = {
    policy,
    domains,
    kinds: { diagram: kinds, root: kindsRoot },
    standing: survey.standing,
    judge,
    beaters: beatersOf(policy.rules),
    planner,
  };
  return { kind: "compiled", policy: compiled };
}

/** The same function under other labels, e.g. kinds instead of rules. */
export function relabel(
  from: Rooted,
  domains: readonly Domain[],
  to: Diagram,
  label: (label: string) => string,
): NodeId {
  const done = new Map<NodeId, NodeId>();
  const visit = (node: NodeId): NodeId => {
    const known = done.get(node);
    if (known !== undefined) return known;
    const decided = from.diagram.decided(node);
    const fact = 31 - Math.clz32(from.diagram.support(node) & -from.diagram.support(node));
    const result =
      decided === undefined
        ? to.branch(
            fact,
            (domains[fact] ?? []).map((_, cell) => visit(from.diagram.restrict(node, fact, cell))),
          )
        : to.leaf(label(decided));
    done.set(node, result);
    return result;
  };
  return visit(from.root);
}
