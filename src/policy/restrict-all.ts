import type { Facts } from "../core/fact.ts";
import { cellOf } from "./cells.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";
import type { NodeId, Rooted } from "./diagram.ts";
import type { Cells } from "./standing.ts";

/** What is known of a policy's facts. */
export interface Reading {
  readonly cells: Cells;
  /** Facts that cannot become known by asking. */
  readonly blocked: number;
  /** Facts that only a person can settle: origins differ, or the value is outside the policy. */
  readonly disputed: number;
}

export function readFacts({ policy, domains }: CompiledPolicy, facts: Facts): Reading {
  let blocked = 0;
  let disputed = 0;
  const cells = policy.facts.map((fact, i) => {
    const is = Object.hasOwn(facts, fact.name) ? facts[fact.name] : undefined;
    const cell = is?.state === "known" ? cellOf(domains[i] ?? [], is.value) : undefined;
    if (cell !== undefined) return cell;
    if (is !== undefined || fact.from === "clock") blocked |= 1 << i;
    if (is?.state === "conflict" || is?.state === "known") disputed |= 1 << i;
    return undefined;
  });
  return { cells, blocked, disputed };
}

/** What is left of a diagram once the known facts are fixed. */
export function restrictAll({ diagram, root }: Rooted, cells: Cells): NodeId {
  return cells.reduce<NodeId>(
    (node, cell, fact) => (cell === undefined ? node : diagram.restrict(node, fact, cell)),
    root,
  );
}
