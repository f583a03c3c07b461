import { addDays, type Day } from "../../core/day.ts";
import type { Cell, Domain } from "../../policy/cells.ts";
import { createDiagram, type NodeId } from "../../policy/diagram.ts";
import { type GoldenTable, parseSpan, spanText } from "./golden-table.ts";
import { type Span, waysOf } from "./paths.ts";

/** Situations in which two versions of a policy tell different things. */
export interface Change {
  /** `fact: range`, of the facts that matter here. */
  readonly when: readonly { readonly fact: string; readonly span: Span }[];
  readonly before: string;
  readonly after: string;
}

const NEW = "(did not exist)";
const GONE = "(does not exist any more)";

/** Only what changed, in ranges as wide as they can be. Facts are compared by name. */
export function semanticDiff(before: GoldenTable, after: GoldenTable): readonly Change[] {
  const names = [...new Set([...Object.keys(after.facts), ...Object.keys(before.facts)])];
  const domains = names.map((name) => commonDomain(name, [before, after]));
  const diagram = createDiagram();
  const [was, is] = [createReader(before, names, domains), createReader(after, names, domains)];
  const done = new Map<string, NodeId>();
  const visit = (fact: number, old: Rows, now: Rows): NodeId => {
    const key = `${fact} ${old.join()} ${now.join()}`;
    const known = done.get(key);
    if (known !== undefined) return known;
    const domain = old.length === 0 && now.length === 0 ? undefined : domains[fact];
    const node =
      domain === undefined
        ? diagram.leaf(labelOf(before.rows[old[0] ?? -1]?.gives, after.rows[now[0] ?? -1]?.gives))
        : diagram.branch(
            fact,
            domain.map((_, cell) => visit(fact + 1, was(old, fact, cell), is(now, fact, cell))),
          );
    done.set(key, node);
    return node;
  };
  const root = visit(0, [...before.rows.keys()], [...after.rows.keys()]);
  return waysOf({ diagram, root }, domains).flatMap(({ spans, label }): readonly Change[] => {
    const [old = "", now] = label.split("\n");
    if (now === undefined) return [];
    const when = spans.flatMap((span, i) => (span === undefined ? [] : [{ fact: names[i] ?? "", span }]));
    return [{ when, before: old, after: now }];
  });
}

/** Both sides, or nothing where they are alike. */
const labelOf = (before: string | undefined, after: string | undefined): string =>
  before === after ? "" : `${before ?? NEW}\n${after ?? GONE}`;

/** Indexes of rows that can still apply. */
type Rows = readonly number[];

/** Narrows rows to those that apply once a fact is in a cell. */
function createReader(table: GoldenTable, names: readonly string[], domains: readonly Domain[]) {
  const within = new Map<string, readonly boolean[]>();
  const cellsOf = (fact: number, text: string): readonly boolean[] => {
    const key = `${fact} ${text}`;
    const known = within.get(key);
    if (known !== undefined) return known;
    const span = parseSpan(text);
    const found = (domains[fact] ?? []).map((cell) => span.some((range) => holds(range, cell)));
    within.set(key, found);
    return found;
  };
  return (rows: Rows, fact: number, cell: number): Rows => {
    const name = names[fact] ?? "";
    const words = table.facts[name];
    const value = domains[fact]?.[cell];
    if (words !== undefined && !words.includes(value?.kind === "value" ? value.value : "day")) return [];
    return rows.filter((row) => {
      const text = table.rows[row]?.when[name];
      return text === undefined || cellsOf(fact, text)[cell] === true;
    });
  };
}

function holds(range: Cell, cell: Cell): boolean {
  if (range.kind === "value") return cell.kind === "value" && cell.value === range.value;
  if (cell.kind === "value") return false;
  return (
    (range.from === undefined || (cell.from !== undefined && range.from <= cell.from)) &&
    (range.to === undefined || (cell.to !== undefined && cell.to <= range.to))
  );
}

/** Cells of a fact that neither table tells apart. */
function commonDomain(name: string, tables: readonly GoldenTable[]): Domain {
  const words = new Set(tables.flatMap(({ facts }) => facts[name] ?? []));
  const firsts = new Set<Day>();
  for (const { rows } of tables) {
    for (const cell of rows.flatMap(({ when }) => (when[name] === undefined ? [] : parseSpan(when[name])))) {
      if (cell.kind === "days" && cell.from !== undefined) firsts.add(cell.from);
      if (cell.kind === "days" && cell.to !== undefined) firsts.add(addDays(cell.to, 1));
    }
  }
  const starts = [undefined, ...[...firsts].sort()];
  const days = starts.map((from, i): Cell => {
    const next = starts[i + 1];
    return {
      kind: "days",
      ...(from === undefined ? {} : { from }),
      ...(next === undefined ? {} : { to: addDays(next, -1) }),
    };
  });
  const values = [...words].filter((word) => word !== "day").map((value): Cell => ({ kind: "value", value }));
  return [...(words.has("day") ? days : []), ...values];
}

/** A change as one line, for the terminal. */
export const changeText = ({ when, before, after }: Change): string =>
  `${when.map(({ fact, span }) => `${fact} ${spanText(span)}`).join(", ") || "always"}: ${before} → ${after}`;
