import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { orderOf } from "../../src/policy/load/order-rules.ts";
import type { Condition, Policy } from "../../src/policy/policy.ts";
import { type EligibilityEngine, KINDS } from "./eligibility-engine.ts";
import { loadPeer } from "./load-peer.ts";
import { encode, FIRST_DAY } from "./numbered.ts";

interface Almanac {
  addFact(name: string, value: boolean): void;
}

interface JsonRulesEngine {
  readonly Engine: new (
    rules: readonly object[],
    options: { readonly allowUndefinedFacts: boolean },
  ) => {
    addRule(rule: object): void;
    on(event: "success", listener: (event: { readonly type: string }, almanac: Almanac) => void): void;
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>;
  };
}

/**
 * `chained`: the usual way, a rule applies unless the fact was noted that one which beats it applies.
 * `guarded`: every negation worked into the tests by hand, so that nothing unknown ever passes.
 */
export type Encoding = "chained" | "guarded";

/** The policy as rules of json-rules-engine, those that beat others first. */
export function jsonRulesEngine({ policy, beaters }: CompiledPolicy, encoding: Encoding): EligibilityEngine {
  const { module, version } = loadPeer("json-rules-engine");
  const { Engine } = module as JsonRulesEngine;
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.on("success", ({ type }, almanac) => almanac.addFact(type, true));
  const ordered = orderOf(policy.rules);
  const order = ordered.kind === "order" ? ordered.order : [];
  for (const [i, rule] of policy.rules.entries()) {
    const priority = order.length - order.indexOf(i);
    const beating = beaters[i] ?? [];
    const noted = (what: string) =>
      beating.map((beater) => ({ fact: `${what} ${beater}`, operator: "equal", value: true }));
    const unbeaten =
      encoding === "guarded"
        ? noted("fails")
        : beating.map((beater) => ({ fact: `stands ${beater}`, operator: "notEqual", value: true }));
    const stands = { all: [translate(policy, rule.when, true, encoding), ...unbeaten] };
    engine.addRule({ conditions: stands, event: { type: `stands ${i}` }, priority });
    if (encoding === "chained") continue;
    const fails = { any: [translate(policy, rule.when, false), ...noted("stands")] };
    engine.addRule({ conditions: fails, event: { type: `fails ${i}` }, priority });
  }
  return {
    name: `json-rules-engine ${version} (${encoding})`,
    tell: async (known) => {
      const facts = Object.entries(known).map(([name, value]) => [name, encode(policy, name, value)]);
      const { events } = await engine.run(Object.fromEntries(facts));
      const standing = policy.rules.filter((_, i) => events.some(({ type }) => type === `stands ${i}`));
      const kind = KINDS.find((each) => standing.some(({ then }) => then === each));
      return kind === undefined ? {} : { kind };
    },
  };
}

/** A condition, or with `wanted` false its opposite, in which every test still fails on an unknown fact. */
function translate(policy: Policy, condition: Condition, wanted: boolean, encoding: Encoding = "guarded"): object {
  switch (condition.kind) {
    case "all":
    case "any": {
      const parts = condition.of.map((part) => translate(policy, part, wanted, encoding));
      return (condition.kind === "all") === wanted ? { all: parts } : { any: parts };
    }
    case "not":
      return encoding === "chained"
        ? { not: translate(policy, condition.of, wanted, encoding) }
        : translate(policy, condition.of, !wanted, encoding);
    case "values":
      return valuesTest(policy, condition, wanted);
    case "days":
      return daysTest(condition, wanted);
  }
}

function valuesTest(policy: Policy, { fact: name, values }: Extract<Condition, { kind: "values" }>, wanted: boolean) {
  const fact = policy.facts.find((each) => each.name === name);
  const words = fact?.kind === "enum" ? fact.values : (fact?.extra ?? []);
  const chosen = wanted ? values : words.filter((word) => !values.includes(word));
  const among = { fact: name, operator: "in", value: chosen.map((word) => encode(policy, name, word)) };
  if (wanted || fact?.kind === "enum") return among;
  return { any: [among, { fact: name, operator: "greaterThanInclusive", value: FIRST_DAY }] };
}

function daysTest({ fact, from, to }: Extract<Condition, { kind: "days" }>, wanted: boolean) {
  const number = (day: string): number => Number(day.replaceAll("-", ""));
  const first = from === undefined ? FIRST_DAY : number(from);
  if (!wanted) {
    const before = { fact, operator: "lessThan", value: first };
    return { any: [before, ...(to === undefined ? [] : [{ fact, operator: "greaterThan", value: number(to) }])] };
  }
  const after = { fact, operator: "greaterThanInclusive", value: first };
  return { all: [after, ...(to === undefined ? [] : [{ fact, operator: "lessThanInclusive", value: number(to) }])] };
}
