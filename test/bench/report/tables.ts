import type { Line } from "../understanding/compare.ts";
import { engineName } from "./chart-style.ts";

type Unit = "%" | "points" | "s" | "ms" | "MB" | "MiB" | "×" | "text" | "";

interface Column {
  /** Place in the line: `classifyMs.p50`. */
  readonly key: string;
  readonly title: string;
  readonly unit: Unit;
}

interface Table {
  readonly part: string;
  readonly title: string;
  readonly columns: readonly Column[];
}

const column = (key: string, title: string, unit: Unit): Column => ({ key, title, unit });

const COSTS: readonly Column[] = [
  column("trainSeconds", "Learning, processor time", "s"),
  column("classifyMs.p50", "Half of the texts within", "ms"),
  column("classifyMs.p99", "99 of 100 within", "ms"),
  column("modelBytes", "Model", "MB"),
];

const TABLES: readonly Table[] = [
  {
    part: "own intents",
    title: "The shipped intents, each sentence judged by a model that was not taught it",
    columns: [
      column("language", "Language", "text"),
      column("engine", "Engine", "text"),
      column("top1", "First guess right", "%"),
      column("noise", "± chance", "points"),
      column("top3", "Among the first three", "%"),
      column("kept", "Kept, of what belongs", "%"),
      column("refused", "Refused, of the rest", "%"),
      column("actedOn", "Acted on", "%"),
      column("right", "Right, of that", "%"),
      column("rightWhenActingOn.right", "Right if it acted on as much as Ansim", "%"),
      column("calibrationError", "Confidence off by", "points"),
      ...COSTS,
    ],
  },
  {
    part: "public set",
    title: "Public sets",
    columns: [
      column("set", "Set", "text"),
      column("engine", "Engine", "text"),
      column("train", "Taught", ""),
      column("test", "Tested", ""),
      column("accuracy", "First guess right", "%"),
      column("noise", "± chance", "points"),
      column("ownToPeer.errors", "Ansim's mistakes to theirs", "×"),
      column("calibrationError", "Confidence off by", "points"),
      ...COSTS,
    ],
  },
  {
    part: "out of scope",
    title: "Telling what was never taught from what was (AUROC: 100 % is perfect, 50 % is a coin)",
    columns: [column("set", "Set", "text"), column("engine", "Engine", "text"), column("auroc", "AUROC", "%")],
  },
  {
    part: "robustness",
    title: "Badly typed Korean",
    columns: [
      column("set", "Set", "text"),
      column("harm", "Typed with", "text"),
      column("engine", "Engine", "text"),
      column("clean", "Right when typed well", "%"),
      column("harmed", "Right when typed badly", "%"),
      column("lost", "Lost", "points"),
    ],
  },
  {
    part: "costs",
    title: "Costs",
    columns: [
      column("of", "Of", "text"),
      column("engine", "Engine", "text"),
      column("wallSeconds", "Takes", "s"),
      column("modelBytes", "Model", "MB"),
      column("loadMs", "Loading", "ms"),
      column("importMs", "Importing", "ms"),
      column("rssMiB", "Memory", "MiB"),
      column("strangersLoaded", "Database clients and the like that came along", "text"),
    ],
  },
];

/** The figures of a run as tables of HTML. */
export const tablesOf = (lines: readonly Line[]): string =>
  TABLES.map(({ part, title, columns }) => {
    const rows = lines.filter((line) => line.part === part).flatMap(perEngine);
    return rows.length === 0 ? "" : `<h2>${escaped(title)}</h2>${tableOf(columns, rows)}`;
  }).join("\n");

function tableOf(columns: readonly Column[], rows: readonly Line[]): string {
  const head = columns.map(
    ({ title, unit }) => `<th>${escaped(title)}${unit === "" || unit === "text" ? "" : ` (${unit})`}</th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map(
      (each) => `<td${each.unit === "text" ? "" : ' class="number"'}>${escaped(cellOf(row, each))}</td>`,
    );
    return `<tr${row.engine === "own" ? ' class="own"' : ""}>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}

/** A line that holds several engines becomes one row for each. */
function perEngine(line: Line): readonly Line[] {
  const { engines, ...rest } = line;
  if (typeof engines !== "object" || engines === null) return [line];
  return Object.entries(engines).map(([engine, figures]) => ({ ...rest, engine, ...figures }));
}

function cellOf(row: Line, { key, unit }: Column): string {
  const value = key.split(".").reduce<unknown>((at, part) => (at as Line | undefined)?.[part], row);
  if (value === undefined || value === null) return "–";
  if (key === "engine") return engineName(String(value));
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  if (typeof value !== "number") return String(value);
  if (unit === "%" || unit === "points") return (100 * value).toFixed(1);
  if (unit === "MB") return (value / 1e6).toFixed(2);
  return unit === "" ? value.toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
