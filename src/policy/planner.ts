import type { Domain } from "./cells.ts";
import type { Diagram, NodeId } from "./diagram.ts";
import type { Policy } from "./policy.ts";

/** The next question, by index of its fact, and what is expected to be asked from here on, in cost. */
export interface Plan {
  readonly ask?: number;
  readonly cost: number;
}

/** Plans from a node of the kinds diagram; `blocked` is the bit set of facts that cannot be asked. */
export type Planner = (node: NodeId, blocked: number) => Plan;

/** Above this many open questions only one step is looked ahead, because the states multiply. */
const EXACT_UP_TO = 8;

const NOTHING: Plan = { cost: 0 };

export const bitsOf = (set: number): readonly number[] =>
  Array.from({ length: 31 }, (_, bit) => bit).filter((bit) => (set & (1 << bit)) !== 0);

/** Questions in the order of least expected cost until the kind is decided, or nothing can decide it. */
export function createPlanner(policy: Policy, domains: readonly Domain[], diagram: Diagram): Planner {
  const plans = new Map<string, Plan>();
  const settled = new Map<string, boolean>();
  const costs = policy.facts.map((fact) => (fact.from === "question" ? fact.cost : 0));
  const weights = policy.facts.map((fact, i) => shares(fact.prior ?? (domains[i] ?? []).map(() => 1)));
  const unaskable = policy.facts.reduce((bits, fact, i) => (fact.from === "question" ? bits : bits | (1 << i)), 0);

  const children = (node: NodeId, fact: number): readonly NodeId[] =>
    (domains[fact] ?? []).map((_, cell) => diagram.restrict(node, fact, cell));

  /** Whether some answers to the open questions decide the kind. */
  const canSettle = (node: NodeId, open: number): boolean => {
    if (diagram.decided(node) !== undefined) return true;
    const askable = diagram.support(node) & open;
    if (askable === 0) return false;
    const key = `${node}:${askable}`;
    const done = settled.get(key);
    if (done !== undefined) return done;
    const [fact = 0] = bitsOf(askable);
    const result = children(node, fact).some((child) => canSettle(child, open));
    settled.set(key, result);
    return result;
  };

  const rough = (node: NodeId, open: number): number =>
    bitsOf(diagram.support(node) & open).reduce((sum, fact) => sum + (costs[fact] ?? 0), 0);

  const plan = (node: NodeId, open: number): Plan => {
    const askable = diagram.support(node) & open;
    const key = `${node}:${askable}`;
    const done = plans.get(key);
    if (done !== undefined) return done;
    const facts = canSettle(node, open) ? bitsOf(askable) : [];
    const after = (child: NodeId): number => (facts.length > EXACT_UP_TO ? rough(child, open) : plan(child, open).cost);
    let best = NOTHING;
    for (const ask of facts) {
      const next = children(node, ask).map((child, cell) => (weights[ask]?.[cell] ?? 0) * after(child));
      const cost = next.reduce((sum, part) => sum + part, costs[ask] ?? 0);
      if (best.ask === undefined || cost < best.cost) best = { ask, cost };
    }
    plans.set(key, best);
    return best;
  };

  return (node, blocked) => plan(node, ~(blocked | unaskable));
}

function shares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
