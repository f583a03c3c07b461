import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import type { Condition, Policy } from "../../src/policy/policy.ts";
import { type EligibilityEngine, KINDS } from "./eligibility-engine.ts";
import { loadPeer } from "./load-peer.ts";
import { encode, FIRST_DAY } from "./numbered.ts";

interface Publicodes {
  readonly default: new (
    rules: object,
    options: object,
  ) => {
    setSituation(situation: object): void;
    evaluate(rule: string): {
      readonly nodeValue: unknown;
      readonly missingVariables: Readonly<Record<string, number>>;
    };
  };
}

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

/** The policy in Publicodes: facts f0, f1 …, rules that stand s0, s1 …, and one target for each kind. Asks what its ranking puts first. */
export function publicodesEngine({ policy, beaters }: CompiledPolicy): EligibilityEngine {
  const { module, version } = loadPeer("publicodes");
  const { default: Engine } = module as Publicodes;
  const rules: Record<string, unknown> = {};
  for (const i of policy.facts.keys()) rules[`f${i}`] = { question: "?" };
  for (const [i, rule] of policy.rules.entries()) {
    const unbeaten = (beaters[i] ?? []).map((beater) => `s${beater} = non`);
    rules[`s${i}`] = { "toutes ces conditions": [translate(policy, rule.when, rules), ...unbeaten] };
  }
  for (const kind of KINDS) {
    const standing = policy.rules.flatMap(({ then }, i) => (then === kind ? [`s${i}`] : []));
    rules[kind] = { "une de ces conditions": standing.length === 0 ? ["non"] : standing };
  }
  const engine = new Engine(rules, { logger: silent });
  return {
    name: `publicodes ${version}`,
    tell: (known) => {
      const values = Object.entries(known).map(([name, value]) => {
        const encoded = encode(policy, name, value);
        return [factOf(policy, name), typeof encoded === "string" ? `'${encoded}'` : encoded];
      });
      engine.setSituation(Object.fromEntries(values));
      const missing = new Map<string, number>();
      for (const kind of KINDS) {
        const { nodeValue, missingVariables } = engine.evaluate(kind);
        if (nodeValue === true) return { kind };
        for (const [name, count] of Object.entries(missingVariables)) {
          missing.set(name, (missing.get(name) ?? 0) + count);
        }
      }
      const [first] = [...missing].sort(([, a], [, b]) => b - a);
      const ask = policy.facts[Number(first?.[0].slice(1))]?.name;
      return ask === undefined ? {} : { ask };
    },
  };
}

const factOf = ({ facts }: Policy, name: string): string => `f${facts.findIndex((fact) => fact.name === name)}`;

function translate(policy: Policy, condition: Condition, rules: Record<string, unknown>): object | string {
  switch (condition.kind) {
    case "all":
      return { "toutes ces conditions": condition.of.map((part) => translate(policy, part, rules)) };
    case "any":
      return { "une de ces conditions": condition.of.map((part) => translate(policy, part, rules)) };
    case "not": {
      const name = `n${Object.keys(rules).length}`;
      rules[name] = translate(policy, condition.of, rules);
      return `${name} = non`;
    }
    case "values": {
      const fact = factOf(policy, condition.fact);
      const tests = condition.values.map((value) => {
        const encoded = encode(policy, condition.fact, value);
        return `${fact} = ${typeof encoded === "string" ? `'${encoded}'` : encoded}`;
      });
      return { "une de ces conditions": tests };
    }
    case "days": {
      const fact = factOf(policy, condition.fact);
      const number = (day: string): string => day.replaceAll("-", "");
      const after = `${fact} >= ${condition.from === undefined ? FIRST_DAY : number(condition.from)}`;
      const before = condition.to === undefined ? [] : [`${fact} <= ${number(condition.to)}`];
      return { "toutes ces conditions": [after, ...before] };
    }
  }
}
