import { addDays, isDay } from "../../src/core/day.ts";
import { seededRandom } from "../../src/understanding/seeded-random.ts";
import type { RawPolicy } from "./oracle.ts";

/** A policy with one thing changed, as somebody might by mistake. */
export interface Mutant {
  readonly change: string;
  readonly document: RawPolicy;
}

interface Edit {
  readonly change: string;
  readonly value: unknown;
}

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  before: ["onOrBefore", "onOrAfter"],
  onOrBefore: ["before", "after"],
  after: ["onOrAfter", "onOrBefore"],
  onOrAfter: ["after", "before"],
};
const KINDS = ["eligible", "ineligible", "refer"];

/** `count` single edits of a policy, drawn by seed from all there are. */
export function mutantsOf(raw: RawPolicy, count: number, seed: number): readonly Mutant[] {
  const random = seededRandom(seed);
  const plain = withoutPriors(raw);
  const seen = new Set([JSON.stringify(plain)]);
  return [...ruleEdits(plain), ...factEdits(plain)]
    .map((mutant) => ({ mutant, at: random(), text: JSON.stringify(mutant.document) }))
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ mutant }) => mutant);
}

/** Priors touch no verdict, but their number would give away many an edit of a day. */
function withoutPriors(raw: RawPolicy): RawPolicy {
  const facts = Object.entries(raw.facts).map(([name, fact]) => {
    const { prior: _, ...rest } = fact as typeof fact & { prior?: unknown };
    return [name, rest] as const;
  });
  return { ...raw, facts: Object.fromEntries(facts) };
}

function ruleEdits(raw: RawPolicy): readonly Mutant[] {
  const reasons = [...new Set(raw.rules.map(({ reason }) => reason))];
  const names = [...new Set(raw.rules.flatMap(({ id, group }) => (group === undefined ? [id] : [id, group])))];
  return raw.rules.flatMap((rule, i) => {
    const put = (change: string, changed: Partial<typeof rule>): Mutant => ({
      change: `${rule.id}: ${change}`,
      document: { ...raw, rules: raw.rules.with(i, { ...rule, ...changed }) },
    });
    const exceptions = rule.exceptionTo ?? [];
    const nextReason = reasons[(reasons.indexOf(rule.reason) + 1) % reasons.length] ?? "";
    const { cite: _, ...uncited } = rule as typeof rule & { cite: unknown };
    return [
      { change: `without rule ${rule.id}`, document: { ...raw, rules: raw.rules.toSpliced(i, 1) } },
      { change: `${rule.id}: without source`, document: { ...raw, rules: raw.rules.with(i, uncited) } },
      // biome-ignore lint/suspicious/noThenProperty: a rule reads "when ... then ..."
      ...KINDS.filter((kind) => kind !== rule.then).map((kind) => put(`then ${kind}`, { then: kind })),
      put(`reason ${nextReason}`, { reason: nextReason }),
      ...exceptions.map((name, n) => put(`does not beat ${name}`, { exceptionTo: exceptions.toSpliced(n, 1) })),
      ...names
        .filter((name) => name !== rule.id && name !== rule.group && !exceptions.includes(name))
        .map((name) => put(`beats ${name} too`, { exceptionTo: [...exceptions, name] })),
      ...conditionEdits(rule.when, raw).map(({ change, value }) => put(change, { when: value })),
    ];
  });
}

function conditionEdits(when: unknown, raw: RawPolicy): readonly Edit[] {
  const [[key = "", body] = []] = Object.entries(when as Record<string, unknown>);
  if (key === "not") return [{ change: "without not", value: body }, ...within(body, raw, (value) => ({ not: value }))];
  if (key !== "all" && key !== "any") return leafEdits(key, body, raw);
  const parts = body as readonly unknown[];
  return [
    { change: key === "all" ? "any for all" : "all for any", value: { [key === "all" ? "any" : "all"]: parts } },
    ...parts.map((part, n) => ({ change: `without ${JSON.stringify(part)}`, value: { [key]: parts.toSpliced(n, 1) } })),
    ...parts.flatMap((part, n) => within(part, raw, (value) => ({ [key]: parts.with(n, value) }))),
  ];
}

const within = (part: unknown, raw: RawPolicy, around: (value: unknown) => unknown): readonly Edit[] =>
  conditionEdits(part, raw).map(({ change, value }) => ({ change, value: around(value) }));

function leafEdits(fact: string, body: unknown, raw: RawPolicy): readonly Edit[] {
  const [[operator = "", operand] = []] = Object.entries(body as Record<string, unknown>);
  const edit = (change: string, value: unknown): Edit => ({ change: `${fact} ${change}`, value });
  const test = (name: string, value: unknown) =>
    edit(`${name} ${JSON.stringify(value)}`, { [fact]: { [name]: value } });
  const { values, extra } = raw.facts[fact] ?? {};
  const words = values ?? extra ?? [];
  const operands = Array.isArray(operand) ? (operand as readonly string[]) : undefined;
  const valueEdits = (used: readonly string[], operate: (changed: readonly string[]) => Edit): readonly Edit[] => [
    ...used.flatMap((_, n) => words.filter((word) => !used.includes(word)).map((word) => operate(used.with(n, word)))),
    ...used.map((_, n) => operate(used.toSpliced(n, 1))),
    ...words.filter((word) => !used.includes(word)).map((word) => operate([...used, word])),
  ];
  const shared = [
    edit("turned round", { not: { [fact]: body } }),
    edit("misspelt", { [`${fact}x`]: body }),
    ...(SWAPS[operator] ?? []).map((other) => test(other, operand)),
  ];
  switch (operator) {
    case "eq":
      return [...shared, ...valueEdits([String(operand)], (changed) => test("in", changed))];
    case "in":
      return [...shared, ...valueEdits(operands ?? [], (changed) => test("in", changed))];
    case "between":
      return [
        ...shared,
        test("onOrAfter", operands?.[0]),
        test("onOrBefore", operands?.[1]),
        ...(operands ?? []).flatMap((day, n) =>
          otherDays(day).map((other) => test("between", operands?.with(n, other))),
        ),
      ];
    default:
      return [...shared, ...otherDays(String(operand)).map((day) => test(operator, day))];
  }
}

/** The neighbours, and slips of the hand: another month, another year, a day that does not exist. */
function otherDays(day: string): readonly string[] {
  const year = String(Number(day.slice(0, 4)) + 1);
  const others = [1, -1, 7, -7, 30, -30].map((days) => addDays(day, days));
  return [...others, year + day.slice(4), `${day.slice(0, 8)}32`].filter((other) => isDay(day) && other !== day);
}

function factEdits(raw: RawPolicy): readonly Mutant[] {
  return Object.entries(raw.facts).flatMap(([name, fact]) => {
    const list = fact.values === undefined ? "extra" : "values";
    const words = fact[list] ?? [];
    const { [name]: _, ...others } = raw.facts;
    return [
      { change: `without fact ${name}`, document: { ...raw, facts: others } },
      ...words.map((word, n) => ({
        change: `${name} without ${word}`,
        document: { ...raw, facts: { ...raw.facts, [name]: { ...fact, [list]: words.toSpliced(n, 1) } } },
      })),
    ];
  });
}
