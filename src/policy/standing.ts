import type { Domain } from "./cells.ts";
import { cellOf } from "./cells.ts";
import type { Condition, Policy, Rule } from "./policy.ts";

/** One cell index for each fact; undefined where the fact is open. */
export type Cells = readonly (number | undefined)[];

/** Three-valued: undefined where open facts decide. */
type Test = (cells: Cells) => boolean | undefined;

/** For each rule: does its condition hold, and does it stand, i.e. hold unbeaten. */
export interface Standing {
  readonly holds: readonly (boolean | undefined)[];
  readonly stands: readonly (boolean | undefined)[];
}

const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

function both(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

/** For each rule, the indexes of the rules that beat it. */
export const beatersOf = (rules: readonly Rule[]): readonly (readonly number[])[] =>
  rules.map((target) =>
    rules.flatMap((rule, i) =>
      rule.exceptionTo.some((name) => name === target.id || name === target.group) ? [i] : [],
    ),
  );

/** Judges all rules over a situation, open facts included; in `order`, each rule comes after those that beat it. */
export function judgeOf(
  policy: Policy,
  domains: readonly Domain[],
  order: readonly number[],
): (cells: Cells) => Standing {
  const tests = policy.rules.map((rule) => testOf(rule.when, policy, domains));
  const beaters = beatersOf(policy.rules);
  return (cells) => {
    const holds = tests.map((test) => test(cells));
    const stands: (boolean | undefined)[] = holds.map(() => false);
    for (const rule of order) {
      stands[rule] = both([holds[rule], ...(beaters[rule] ?? []).map((beater) => not(stands[beater]))]);
    }
    return { holds, stands };
  };
}

function testOf(condition: Condition, policy: Policy, domains: readonly Domain[]): Test {
  switch (condition.kind) {
    case "all": {
      const parts = condition.of.map((part) => testOf(part, policy, domains));
      return (cells) => both(parts.map((part) => part(cells)));
    }
    case "any": {
      const parts = condition.of.map((part) => testOf(part, policy, domains));
      return (cells) => not(both(parts.map((part) => not(part(cells)))));
    }
    case "not": {
      const part = testOf(condition.of, policy, domains);
      return (cells) => not(part(cells));
    }
    case "values":
    case "days": {
      const fact = policy.facts.findIndex(({ name }) => name === condition.fact);
      const within = (domains[fact] ?? []).map((_, cell) => isWithin(condition, domains[fact] ?? [], cell));
      return (cells) => {
        const cell = cells[fact];
        return cell === undefined ? undefined : within[cell];
      };
    }
  }
}

type Leaf = Extract<Condition, { kind: "values" | "days" }>;

function isWithin(leaf: Leaf, domain: Domain, index: number): boolean {
  const cell = domain[index];
  if (cell === undefined) return false;
  if (leaf.kind === "values") return leaf.values.some((value) => cellOf(domain, value) === index);
  if (cell.kind === "value") return false;
  return (
    (leaf.from === undefined || (cell.from !== undefined && leaf.from <= cell.from)) &&
    (leaf.to === undefined || (cell.to !== undefined && cell.to <= leaf.to))
  );
}

/** Rule indexes of a label of the standing diagram. */
export const rulesOf = (label: string): readonly number[] => (label === "" ? [] : label.split(",").map(Number));
