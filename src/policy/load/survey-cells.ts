import type { VerdictKind } from "../../core/verdict.ts";
import type { Domain } from "../cells.ts";
import { createDiagram, type NodeId, type Rooted } from "../diagram.ts";
import type { Policy } from "../policy.ts";
import { beatersOf, type Cells, rulesOf, type Standing } from "../standing.ts";

/** What was found by visiting every cell of a policy. */
export interface Survey {
  readonly standing: Rooted;
  /** A situation for each label of the diagram. */
  readonly examples: ReadonlyMap<string, readonly number[]>;
  /** `beater>target` for each exception that was seen at work. */
  readonly fired: ReadonlySet<string>;
}

export function surveyCells(policy: Policy, domains: readonly Domain[], judge: (cells: Cells) => Standing): Survey {
  const diagram = createDiagram();
  const beaters = beatersOf(policy.rules);
  const examples = new Map<string, readonly number[]>();
  const fired = new Set<string>();
  const visit = (cells: readonly number[]): NodeId => {
    const domain = domains[cells.length];
    if (domain !== undefined)
      return diagram.branch(
        cells.length,
        domain.map((_, cell) => visit([...cells, cell])),
      );
    const { holds, stands } = judge(cells);
    for (const [target, holding] of holds.entries()) {
      if (!holding) continue;
      for (const beater of beaters[target] ?? []) if (stands[beater]) fired.add(`${beater}>${target}`);
    }
    const label = [...stands.keys()].filter((rule) => stands[rule]).join();
    if (!examples.has(label)) examples.set(label, cells);
    return diagram.leaf(label);
  };
  return { standing: { diagram, root: visit([]) }, examples, fired };
}

/** The kinds that the rules of a label conclude; one, unless they contradict each other. */
export const kindsOf = (policy: Policy, label: string): readonly VerdictKind[] => [
  ...new Set(rulesOf(label).flatMap((rule) => policy.rules[rule]?.then ?? [])),
];
