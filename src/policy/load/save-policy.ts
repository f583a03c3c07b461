import { domainsOf } from "../cells.ts";
import type { CompiledPolicy } from "../compiled-policy.ts";
import { createDiagram, type DiagramNode, type NodeId, type Rooted } from "../diagram.ts";
import { createPlanner } from "../planner.ts";
import type { Policy } from "../policy.ts";
import { beatersOf, judgeOf } from "../standing.ts";
import { orderOf } from "./order-rules.ts";

/** A proven policy as plain data. */
export interface SavedPolicy {
  readonly policy: Policy;
  readonly kinds: SavedDiagram;
  readonly standing: SavedDiagram;
}

/** What can be reached from the root, each node after its children; the root is the last. */
type SavedDiagram = readonly DiagramNode[];

export const savePolicy = ({ policy, kinds, standing }: CompiledPolicy): SavedPolicy => ({
  policy,
  kinds: saveDiagram(kinds),
  standing: saveDiagram(standing),
});

/** The policy as it was proven; nothing is proven here, so the data must be that of `savePolicy`. */
export function revivePolicy({ policy, ...saved }: SavedPolicy): CompiledPolicy {
  const domains = domainsOf(policy);
  const ordered = orderOf(policy.rules);
  const kinds = reviveDiagram(saved.kinds);
  return {
    policy,
    domains,
    kinds,
    standing: reviveDiagram(saved.standing),
    judge: judgeOf(policy, domains, ordered.kind === "order" ? ordered.order : []),
    beaters: beatersOf(policy.rules),
    planner: createPlanner(policy, domains, kinds.diagram),
  };
}

function saveDiagram({ diagram, root }: Rooted): SavedDiagram {
  const nodes: DiagramNode[] = [];
  const places = new Map<NodeId, NodeId>();
  const visit = (id: NodeId): NodeId => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const node = diagram.node(id);
    nodes.push(node.kind === "leaf" ? node : { ...node, children: node.children.map(visit) });
    places.set(id, nodes.length - 1);
    return nodes.length - 1;
  };
  visit(root);
  return nodes;
}

function reviveDiagram(nodes: SavedDiagram): Rooted {
  const diagram = createDiagram();
  const ids: NodeId[] = [];
  const idOf = (place: NodeId): NodeId => {
    const id = ids[place];
    if (id === undefined) throw new RangeError(`node ${place} stands before its children`);
    return id;
  };
  for (const node of nodes) {
    ids.push(node.kind === "leaf" ? diagram.leaf(node.label) : diagram.branch(node.fact, node.children.map(idOf)));
  }
  return { diagram, root: idOf(nodes.length - 1) };
}
