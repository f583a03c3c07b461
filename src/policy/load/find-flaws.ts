import type { Cell, Domain } from "../cells.ts";
import type { Policy } from "../policy.ts";
import { rulesOf } from "../standing.ts";
import { kindsOf, type Survey } from "./survey-cells.ts";

/** What is wrong with a policy although each of its lines is well-formed. */
export interface Finding {
  readonly code: "TOO_LARGE" | "GAP" | "CONFLICT" | "DEAD_RULE" | "DEAD_EXCEPTION" | "IDLE_FACT";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Gaps, conflicts, and rules and exceptions that never matter. */
export const findFlaws = (policy: Policy, domains: readonly Domain[], survey: Survey): readonly Finding[] => [
  ...cellFindings(policy, domains, survey),
  ...ruleFindings(policy, survey),
];

function cellFindings(policy: Policy, domains: readonly Domain[], survey: Survey): readonly Finding[] {
  return [...survey.examples].flatMap(([label, cells]): readonly Finding[] => {
    const where = cells.map((cell, fact) => `${policy.facts[fact]?.name} ${wordsOf(domains[fact]?.[cell])}`).join(", ");
    if (label === "") return [{ code: "GAP", path: ["rules"], message: `no rule speaks for: ${where}` }];
    const kinds = kindsOf(policy, label);
    if (kinds.length === 1) return [];
    const ids = rulesOf(label).map((rule) => policy.rules[rule]?.id);
    return [
      { code: "CONFLICT", path: ["rules"], message: `${ids.join(", ")} say ${kinds.join(" and ")} for: ${where}` },
    ];
  });
}

function wordsOf(cell: Cell | undefined): string {
  if (cell?.kind === "value") return cell.value;
  return `${cell?.from ?? ""}..${cell?.to ?? ""}`;
}

function ruleFindings(policy: Policy, survey: Survey): readonly Finding[] {
  const alive = new Set([...survey.examples.keys()].flatMap(rulesOf));
  return policy.rules.flatMap((rule, i) => {
    const dead: Finding = { code: "DEAD_RULE", path: ["rules", i], message: `${rule.id} never stands` };
    const exceptions = rule.exceptionTo.flatMap((name, n): readonly Finding[] => {
      const targets = policy.rules.flatMap((target, t) => (target.id === name || target.group === name ? [t] : []));
      if (targets.some((target) => survey.fired.has(`${i}>${target}`))) return [];
      const path = ["rules", i, "exceptionTo", n];
      return [{ code: "DEAD_EXCEPTION", path, message: `${rule.id} never beats ${name}` }];
    });
    return [...(alive.has(i) ? [] : [dead]), ...exceptions];
  });
}

/** A question must be able to change the kind; the clock may also change only the reasons. */
export const findIdleFacts = (policy: Policy, kinds: number, reasons: number): readonly Finding[] =>
  policy.facts.flatMap((fact, i): readonly Finding[] => {
    const used = fact.from === "question" ? kinds : reasons;
    if ((used & (1 << i)) !== 0) return [];
    return [{ code: "IDLE_FACT", path: ["facts", fact.name], message: `${fact.name} never changes the verdict` }];
  });
