import { addDays, isDay } from "../../core/day.ts";
import type { Condition, PolicyFact } from "../policy.ts";

export type Path = readonly (string | number)[];

/** Called with the place and the fault; the condition is unusable afterwards. */
export type Complain = (path: Path, message: string) => void;

type Parsed = Condition | undefined;

/** Reads `{ all | any: [...] }`, `{ not: ... }` or a test of one fact, `{ fact: { operator: operand } }`. */
export function parseCondition(raw: unknown, path: Path, facts: readonly PolicyFact[], complain: Complain): Parsed {
  const entry = onlyEntry(raw, path, complain);
  if (entry === undefined) return undefined;
  const [name, body] = entry;
  const at = [...path, name];
  if (name === "not") {
    const of = parseCondition(body, at, facts, complain);
    return of && { kind: "not", of };
  }
  if (name === "all" || name === "any") {
    if (!Array.isArray(body) || body.length === 0) return void complain(at, "needs a list of conditions");
    const of = body.map((part: unknown, i) => parseCondition(part, [...at, i], facts, complain));
    return of.every((part) => part !== undefined) ? { kind: name, of } : undefined;
  }
  const fact = facts.find((candidate) => candidate.name === name);
  if (fact === undefined) return void complain(at, `no fact is called ${name}`);
  const test = onlyEntry(body, at, complain);
  return test && parseTest(test, at, fact, complain);
}

/** A mapping of exactly one key: two facts in one leaf would hide an "and" or an "or". */
function onlyEntry(raw: unknown, path: Path, complain: Complain): [string, unknown] | undefined {
  const entries = typeof raw === "object" && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : [];
  const [entry, second] = entries;
  if (entry !== undefined && second === undefined) return entry;
  return void complain(path, `needs exactly one key, not ${entries.length}`);
}

function parseTest([operator, operand]: [string, unknown], path: Path, fact: PolicyFact, complain: Complain): Parsed {
  const at = [...path, operator];
  switch (operator) {
    case "eq":
      return valuesTest([operand], at, fact, complain);
    case "in":
      if (!Array.isArray(operand) || operand.length === 0) return void complain(at, "needs a list of values");
      return valuesTest(operand, at, fact, complain);
    case "before":
    case "onOrBefore":
    case "after":
    case "onOrAfter":
    case "between":
      if (fact.kind === "date") return daysTest(operator, operand, at, { fact: fact.name, complain });
      return void complain(at, `${fact.name} is not a date`);
    default:
      return void complain(at, `no operator is called ${operator}`);
  }
}

function valuesTest(values: readonly unknown[], at: Path, fact: PolicyFact, complain: Complain): Parsed {
  const allowed = fact.kind === "enum" ? fact.values : fact.extra;
  const known = values.filter((value): value is string => typeof value === "string" && allowed.includes(value));
  if (known.length === values.length) return { kind: "values", fact: fact.name, values: known };
  return void complain(at, `${fact.name} has only these values: ${allowed.join(", ")}`);
}

type DayOperator = "before" | "onOrBefore" | "after" | "onOrAfter" | "between";

function daysTest(
  operator: DayOperator,
  operand: unknown,
  at: Path,
  { fact, complain }: { fact: string; complain: Complain },
): Parsed {
  const days: readonly unknown[] = operator === "between" && Array.isArray(operand) ? operand : [operand];
  const [first, last] = days.filter((day): day is string => typeof day === "string" && isDay(day));
  const wanted = operator === "between" ? 2 : 1;
  const read = (first === undefined ? 0 : 1) + (last === undefined ? 0 : 1);
  if (first === undefined || days.length !== wanted || read !== wanted) {
    return void complain(at, `needs ${wanted === 2 ? "two days" : "a day"} of the calendar (YYYY-MM-DD)`);
  }
  switch (operator) {
    case "before":
      return { kind: "days", fact, to: addDays(first, -1) };
    case "onOrBefore":
      return { kind: "days", fact, to: first };
    case "after":
      return { kind: "days", fact, from: addDays(first, 1) };
    case "onOrAfter":
      return { kind: "days", fact, from: first };
    case "between":
      if (last === undefined || last < first) return void complain(at, "ends before it begins");
      return { kind: "days", fact, from: first, to: last };
  }
}
