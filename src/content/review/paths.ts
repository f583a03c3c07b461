import { addDays } from "../../core/day.ts";
import type { Cell, Domain } from "../../policy/cells.ts";
import type { NodeId, Rooted } from "../../policy/diagram.ts";

/** Cells of one fact that lead to the same place, days that follow one another in one piece. */
export type Span = readonly Cell[];

export interface Branch {
  readonly span: Span;
  readonly to: NodeId;
}

/** The ways on from a node by the answer to its first fact; none where all is decided. */
export function branchesOf({ diagram }: Rooted, node: NodeId, domains: readonly Domain[]): readonly Branch[] {
  const fact = firstFact({ diagram, root: node });
  if (fact === undefined) return [];
  const cells = (domains[fact] ?? []).map((cell, i) => ({ cell, to: diagram.restrict(node, fact, i) }));
  return [...new Set(cells.map(({ to }) => to))].map((to) => ({
    to,
    span: joined(cells.filter((each) => each.to === to).map(({ cell }) => cell)),
  }));
}

/** The fact that the root of a diagram asks for. */
export function firstFact({ diagram, root }: Rooted): number | undefined {
  const support = diagram.support(root);
  return support === 0 ? undefined : 31 - Math.clz32(support & -support);
}

/** One way through a diagram; a fact that does not matter on it is undefined. */
export interface Way {
  readonly spans: readonly (Span | undefined)[];
  readonly label: string;
}

/** Every way through a diagram, in the order of the cells. Together they hold each situation once. */
export function waysOf(rooted: Rooted, domains: readonly Domain[]): readonly Way[] {
  const nothing: readonly (Span | undefined)[] = domains.map(() => undefined);
  const from = (node: NodeId, spans: readonly (Span | undefined)[]): readonly Way[] => {
    const fact = firstFact({ ...rooted, root: node });
    if (fact === undefined) return [{ spans, label: rooted.diagram.decided(node) ?? "" }];
    return branchesOf(rooted, node, domains).flatMap(({ span, to }) => from(to, spans.with(fact, span)));
  };
  return from(rooted.root, nothing);
}

/** Days that meet become one cell. */
export function joined(cells: readonly Cell[]): Span {
  const done: Cell[] = [];
  for (const cell of cells) {
    const last = done.at(-1);
    const meets =
      last?.kind === "days" && cell.kind === "days" && last.to !== undefined && addDays(last.to, 1) === cell.from;
    if (!meets) {
      done.push(cell);
      continue;
    }
    const { from } = last;
    const { to } = cell;
    done[done.length - 1] = {
      kind: "days",
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  }
  return done;
}
