import type { Rule } from "../policy.ts";
import { beatersOf } from "../standing.ts";

/** Indexes of the rules, each after those that beat it; or the ids along a circle of exceptions. */
export function orderOf(
  rules: readonly Rule[],
): { kind: "order"; order: readonly number[] } | { kind: "circle"; ids: string[] } {
  const beaters = beatersOf(rules);
  const order: number[] = [];
  const path: number[] = [];
  const visit = (rule: number): readonly number[] | undefined => {
    if (order.includes(rule)) return undefined;
    if (path.includes(rule)) return path.slice(path.indexOf(rule));
    path.push(rule);
    for (const beater of beaters[rule] ?? []) {
      const circle = visit(beater);
      if (circle !== undefined) return circle;
    }
    path.pop();
    order.push(rule);
    return undefined;
  };
  for (const rule of rules.keys()) {
    const circle = visit(rule);
    if (circle !== undefined) return { kind: "circle", ids: circle.map((i) => rules[i]?.id ?? "") };
  }
  return { kind: "order", order };
}
