import { z } from "zod";
import type { Cell } from "../../policy/cells.ts";
import type { CompiledPolicy } from "../../policy/compiled-policy.ts";
import { createDiagram, type Rooted } from "../../policy/diagram.ts";
import { relabel } from "../../policy/load/compile-policy.ts";
import { kindsOf } from "../../policy/load/survey-cells.ts";
import { rulesOf } from "../../policy/standing.ts";
import { daySchema } from "../schemas.ts";
import { type Span, waysOf } from "./paths.ts";

const goldenSchema = z.strictObject({
  policy: z.string(),
  version: z.number(),
  effective: z.strictObject({ from: daySchema, to: daySchema.exactOptional() }),
  /** Each fact with its words; `day` stands for any day. */
  facts: z.record(z.string(), z.array(z.string())),
  /** Ranges that together hold every situation once. A fact that is left out does not matter. */
  rows: z.array(z.strictObject({ when: z.record(z.string(), z.string()), gives: z.string() })),
});

/** Kind and reason codes of every situation, in ranges as wide as they can be; days are both included. */
export type GoldenTable = z.infer<typeof goldenSchema>;

/** What the policy says, without a word of how its rules are written. */
export function goldenTable(compiled: CompiledPolicy): GoldenTable {
  const { policy, domains } = compiled;
  const facts = policy.facts.map((fact) => [fact.name, fact.kind === "enum" ? fact.values : ["day", ...fact.extra]]);
  const rows = waysOf(toldDiagram(compiled), domains).map(({ spans, label }) => ({
    when: Object.fromEntries(
      spans.flatMap((span, i) => (span === undefined ? [] : [[policy.facts[i]?.name ?? "", spanText(span)]])),
    ),
    gives: label,
  }));
  return {
    policy: policy.id,
    version: policy.version,
    effective: policy.effective,
    facts: Object.fromEntries(facts),
    rows,
  };
}

/** What is told in each situation: the kind and the reason codes. */
export function toldDiagram({ policy, domains, standing }: CompiledPolicy): Rooted {
  const diagram = createDiagram();
  const root = relabel(standing, domains, diagram, (label) => {
    const codes = new Set(rulesOf(label).flatMap((rule) => policy.rules[rule]?.reason ?? []));
    return [kindsOf(policy, label)[0], ...codes].join(" ");
  });
  return { diagram, root };
}

/** `mobile|mvno`, `..2025-08-31|none`, `2025-09-01..2025-12-30`. */
export const spanText = (span: Span): string => span.map(cellText).join("|");

const cellText = (cell: Cell): string => (cell.kind === "value" ? cell.value : `${cell.from ?? ""}..${cell.to ?? ""}`);

/** The opposite of `spanText`. */
export const parseSpan = (text: string): Span =>
  text.split("|").map((part): Cell => {
    const days = /^([\d-]*)\.\.([\d-]*)$/.exec(part);
    if (days === null) return { kind: "value", value: part };
    const [, from = "", to = ""] = days;
    return { kind: "days", ...(from === "" ? {} : { from }), ...(to === "" ? {} : { to }) };
  });

/** One row a line, so that a change shows as the lines that it touches. */
export function writeGolden({ rows, ...head }: GoldenTable): string {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join("")}  "rows": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]\n}\n`;
}

export const readGolden = (text: string): GoldenTable => goldenSchema.parse(JSON.parse(text));
