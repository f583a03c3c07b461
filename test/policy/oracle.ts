/** A policy file as written. */
export interface RawPolicy {
  readonly facts: Record<
    string,
    { type: "enum" | "date"; values?: string[]; extra?: string[]; ask?: { cost: number } }
  >;
  readonly rules: readonly RawRule[];
}

export interface RawRule {
  readonly id: string;
  readonly group?: string;
  readonly when: unknown;
  readonly then: string;
  readonly reason: string;
  readonly exceptionTo?: readonly string[];
}

export type Situation = Readonly<Record<string, string>>;

/** The meaning of a policy, written once more and naively: ids of the rules that stand in a fully known situation. */
export function standingRules(policy: RawPolicy, situation: Situation): readonly RawRule[] {
  const stands = (rule: RawRule): boolean =>
    holds(rule.when, situation) && !policy.rules.some((other) => beats(other, rule) && stands(other));
  return policy.rules.filter(stands);
}

const beats = (rule: RawRule, target: RawRule): boolean =>
  (rule.exceptionTo ?? []).some((name) => name === target.id || name === target.group);

function holds(when: unknown, situation: Situation): boolean {
  const [[key = "", body] = []] = Object.entries(when as Record<string, unknown>);
  if (key === "all") return (body as unknown[]).every((part) => holds(part, situation));
  if (key === "any") return (body as unknown[]).some((part) => holds(part, situation));
  if (key === "not") return !holds(body, situation);
  const [[operator, operand] = []] = Object.entries(body as Record<string, unknown>);
  return matches(situation[key] as string, operator as string, operand);
}

function matches(value: string, operator: string, operand: unknown): boolean {
  const day = /^\d/.test(value);
  switch (operator) {
    case "eq":
      return value === operand;
    case "in":
      return (operand as string[]).includes(value);
    case "before":
      return day && value < (operand as string);
    case "onOrBefore":
      return day && value <= (operand as string);
    case "after":
      return day && value > (operand as string);
    case "onOrAfter":
      return day && value >= (operand as string);
    case "between": {
      const [from, to] = operand as [string, string];
      return day && from <= value && value <= to;
    }
    default:
      throw new Error(operator);
  }
}
