/** Node of a diagram; equal functions of the facts are the same node. */
export type NodeId = number;

/** A reduced, ordered, multi-valued decision diagram: which label follows from the cells of the facts. */
export interface Diagram {
  leaf(label: string): NodeId;
  branch(fact: number, children: readonly NodeId[]): NodeId;
  /** The same function with one fact fixed. */
  restrict(node: NodeId, fact: number, cell: number): NodeId;
  /** Bit set of exactly those facts that can still change the label. */
  support(node: NodeId): number;
  /** All labels that can still follow. */
  labels(node: NodeId): ReadonlySet<string>;
  /** The label once nothing can change it any more. */
  decided(node: NodeId): string | undefined;
  node(id: NodeId): DiagramNode;
}

export interface Rooted {
  readonly diagram: Diagram;
  readonly root: NodeId;
}

export type DiagramNode =
  | { readonly kind: "leaf"; readonly label: string }
  | { readonly kind: "branch"; readonly fact: number; readonly children: readonly NodeId[] };

export function createDiagram(): Diagram {
  const nodes: DiagramNode[] = [];
  const supports: number[] = [];
  const known = new Map<string, NodeId>();
  const restricted: Map<number, NodeId>[] = [];
  const reachable = new Map<NodeId, ReadonlySet<string>>();

  const at = (id: NodeId): DiagramNode => {
    const found = nodes[id];
    if (found === undefined) throw new RangeError(`no node ${id} in the diagram`);
    return found;
  };
  const intern = (key: string, node: DiagramNode, support: number): NodeId => {
    const id = known.get(key) ?? nodes.length;
    if (id === nodes.length) {
      nodes.push(node);
      supports.push(support);
      known.set(key, id);
    }
    return id;
  };
  const support = (id: NodeId): number => supports[id] ?? 0;
  const leaf = (label: string): NodeId => intern(`=${label}`, { kind: "leaf", label }, 0);
  const branch = (fact: number, children: readonly NodeId[]): NodeId => {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) return first;
    const below = children.reduce((bits, child) => bits | support(child), 1 << fact);
    return intern(`${fact}:${children.join()}`, { kind: "branch", fact, children }, below);
  };
  const restrict = (id: NodeId, fact: number, cell: number): NodeId => {
    const node = at(id);
    if (node.kind === "leaf" || (support(id) & (1 << fact)) === 0) return id;
    if (node.fact === fact) return node.children[cell] ?? id;
    restricted[id] ??= new Map();
    const memo = restricted[id];
    const key = cell * 32 + fact;
    const done = memo.get(key);
    if (done !== undefined) return done;
    const result = branch(
      node.fact,
      node.children.map((child) => restrict(child, fact, cell)),
    );
    memo.set(key, result);
    return result;
  };
  const labels = (id: NodeId): ReadonlySet<string> => {
    const done = reachable.get(id);
    if (done !== undefined) return done;
    const node = at(id);
    const found = new Set(node.kind === "leaf" ? [node.label] : node.children.flatMap((child) => [...labels(child)]));
    reachable.set(id, found);
    return found;
  };
  const decided = (id: NodeId): string | undefined => {
    const node = at(id);
    return node.kind === "leaf" ? node.label : undefined;
  };
  return { leaf, branch, restrict, support, labels, decided, node: at };
}
