import { addDays, type Day, isDay } from "../core/day.ts";
import type { Condition, Policy, PolicyFact } from "./policy.ts";

/** Values of one fact between which no rule distinguishes; days are both included, open where absent. */
export type Cell =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "days"; readonly from?: Day; readonly to?: Day };

export type Domain = readonly Cell[];

/** The cells of each fact, in the order of the facts. */
export const domainsOf = (policy: Policy): readonly Domain[] =>
  policy.facts.map((fact) =>
    domainOf(
      fact,
      policy.rules.flatMap((rule) => cutsOf(rule.when, fact.name)),
    ),
  );

function domainOf(fact: PolicyFact, cuts: readonly Day[]): Domain {
  switch (fact.kind) {
    case "enum":
      return fact.values.map(valueCell);
    case "date":
      return [...dayCells([...new Set(cuts)].sort()), ...fact.extra.map(valueCell)];
  }
}

const valueCell = (value: string): Cell => ({ kind: "value", value });

const dayCells = (cuts: readonly Day[]): Domain =>
  [undefined, ...cuts].map((from, i) => {
    const next = cuts[i];
    return {
      kind: "days",
      ...(from === undefined ? {} : { from }),
      ...(next === undefined ? {} : { to: addDays(next, -1) }),
    };
  });

/** First days of new cells: cells are half-open, so that no day is in two of them or in none. */
function cutsOf(condition: Condition, fact: string): readonly Day[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => cutsOf(part, fact));
    case "not":
      return cutsOf(condition.of, fact);
    case "values":
      return [];
    case "days":
      if (condition.fact !== fact) return [];
      return [
        ...(condition.from === undefined ? [] : [condition.from]),
        ...(condition.to === undefined ? [] : [addDays(condition.to, 1)]),
      ];
  }
}

/** Index of the cell that holds the value; undefined for a value outside the policy. */
export function cellOf(domain: Domain, value: string): number | undefined {
  const day = isDay(value);
  const found = domain.findIndex((cell) =>
    cell.kind === "value"
      ? cell.value === value
      : day && (cell.from === undefined || cell.from <= value) && (cell.to === undefined || value <= cell.to),
  );
  return found < 0 ? undefined : found;
}

/** A value of the cell: its first day where it has one. */
export const sampleOf = (cell: Cell): string =>
  cell.kind === "value" ? cell.value : (cell.from ?? cell.to ?? "2000-01-01");
