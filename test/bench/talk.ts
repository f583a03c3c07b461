import { sampleOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import type { EligibilityEngine, Known } from "./eligibility-engine.ts";
import { ownEngine } from "./own-engine.ts";

/** A customer drawn by the priors of the policy, with every answer. */
export function drawCustomer({ policy, domains }: CompiledPolicy, day: string, random: () => number): Known {
  const answers = policy.facts.map((fact, i) => {
    const cells = domains[i] ?? [];
    const weights = fact.prior ?? cells.map(() => 1);
    let left = random() * weights.reduce((a, b) => a + b, 0);
    const drawn = cells.find((_, at) => {
      left -= weights[at] ?? 0;
      return left < 0;
    });
    const cell = drawn ?? cells.at(-1);
    return [fact.name, fact.from === "clock" ? day : cell === undefined ? "" : sampleOf(cell)];
  });
  return Object.fromEntries(answers);
}

/** Talks with every customer until the engine says a kind; one that names no question asks in the order of the facts. */
export async function talk(engine: EligibilityEngine, customers: readonly Known[], compiled: CompiledPolicy) {
  const { facts } = compiled.policy;
  const truth = ownEngine(compiled);
  let [questions, cost, most, wrongEnds] = [0, 0, 0, 0];
  for (const customer of customers) {
    const clock = facts.filter(({ from }) => from === "clock").map(({ name }) => [name, customer[name] ?? ""]);
    const known: Record<string, string> = Object.fromEntries(clock);
    let asked = 0;
    let told = await engine.tell(known);
    while (told.kind === undefined) {
      const open = facts.filter(({ name }) => known[name] === undefined);
      const fact = open.find(({ name }) => name === told.ask) ?? open[0];
      if (fact === undefined) break;
      known[fact.name] = customer[fact.name] ?? "";
      asked += 1;
      cost += fact.from === "question" ? fact.cost : 0;
      told = await engine.tell(known);
    }
    questions += asked;
    most = Math.max(most, asked);
    if (told.kind !== (await truth.tell(customer)).kind) wrongEnds += 1;
  }
  const { length } = customers;
  return { questionsExpected: questions / length, costExpected: cost / length, mostQuestions: most, wrongEnds };
}
