import { type GoldenTable, parseSpan, toldDiagram } from "../../src/content/review/golden-table.ts";
import { addDays } from "../../src/core/day.ts";
import { type Cell, cellOf } from "../../src/policy/cells.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import type { NodeId } from "../../src/policy/diagram.ts";

/** Values of each fact of a table, in the order of its facts. */
export type Values = readonly (readonly string[])[];

/** Far enough that no rule speaks of them. */
const [LONG_AGO, FAR_OFF] = ["1900-01-01", "2100-12-31"];

/** Both edge days of every range that the table tells apart, and every word. */
export function edgesOf(table: GoldenTable): Values {
  return Object.entries(table.facts).map(([fact, words]) => {
    const days = spansOf(table, fact).flatMap((cell) =>
      cell.kind === "value" ? [] : [cell.from ?? LONG_AGO, cell.to ?? FAR_OFF],
    );
    const known = words.filter((word) => word !== "day");
    return [...new Set([...(words.includes("day") ? [LONG_AGO, FAR_OFF] : []), ...days, ...known])].sort();
  });
}

/** A value of every cell of the table and of the policy together: where these agree, all values do. */
export function refinedValues(table: GoldenTable, { policy, domains }: CompiledPolicy): Values {
  return Object.entries(table.facts).map(([fact, words]) => {
    const cells = [...spansOf(table, fact), ...(domains[policy.facts.findIndex(({ name }) => name === fact)] ?? [])];
    const firsts = cells.flatMap((cell) =>
      cell.kind === "value"
        ? [cell.value]
        : [cell.from ?? LONG_AGO, cell.to === undefined ? FAR_OFF : addDays(cell.to, 1)],
    );
    return [...new Set([...firsts, ...words.filter((word) => word !== "day")])].sort();
  });
}

const spansOf = ({ rows }: GoldenTable, fact: string): readonly Cell[] =>
  rows.flatMap(({ when }) => (when[fact] === undefined ? [] : parseSpan(when[fact])));

export interface Compared {
  /** Situations compared; parts that are alike are compared once and counted in full. */
  readonly situations: number;
  /** The first situation in which another thing is told. */
  readonly difference?: Readonly<Record<string, string>>;
}

/** Asks the policy in every situation made of the values, and compares kind and reason codes with the table. */
export function compareWith(table: GoldenTable, compiled: CompiledPolicy, values: Values): Compared {
  const names = Object.keys(table.facts);
  const told = toldDiagram(compiled);
  const alike = new Map<string, number>();
  const order = names.map((name) => compiled.policy.facts.findIndex((fact) => fact.name === name));
  const holds = holder(table, names);
  const visit = (at: number, rows: readonly number[], node: NodeId, chosen: readonly string[]): Compared => {
    if (at === names.length) {
      const said = rows.map((row) => table.rows[row]?.gives).join();
      if (said === told.diagram.decided(node)) return { situations: 1 };
      return { situations: 1, difference: Object.fromEntries(names.map((name, i) => [name, chosen[i] ?? ""])) };
    }
    const key = `${at} ${node} ${rows.join()}`;
    const known = alike.get(key);
    if (known !== undefined) return { situations: known };
    const fact = order[at] ?? -1;
    let situations = 0;
    for (const value of values[at] ?? []) {
      const cell = cellOf(compiled.domains[fact] ?? [], value);
      const after = [...chosen, value];
      if (cell === undefined) return { situations, difference: { [names[at] ?? ""]: value } };
      const narrowed = rows.filter((row) => holds(row, at, value));
      const found = visit(at + 1, narrowed, told.diagram.restrict(node, fact, cell), after);
      situations += found.situations;
      if (found.difference !== undefined) return { ...found, situations };
    }
    alike.set(key, situations);
    return { situations };
  };
  return visit(0, [...table.rows.keys()], told.root, []);
}

function holder({ rows }: GoldenTable, names: readonly string[]) {
  const seen = new Map<string, boolean>();
  return (row: number, at: number, value: string): boolean => {
    const text = rows[row]?.when[names[at] ?? ""];
    if (text === undefined) return true;
    const key = `${text} ${value}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const found = cellOf(parseSpan(text), value) !== undefined;
    seen.set(key, found);
    return found;
  };
}
