import { z } from "zod";
import type { Content } from "../content/content.ts";
import { type Day, isDay } from "../core/day.ts";
import type { FactState, Facts } from "../core/fact.ts";
import type { Verdict } from "../core/verdict.ts";
import { cellOf } from "../policy/cells.ts";
import type { CompiledPolicy } from "../policy/compiled-policy.ts";
import { decide } from "../policy/decide.ts";
import { inForce } from "../policy/in-force.ts";

const said = z.union([
  z.string(),
  z.strictObject({ unsure: z.literal(true) }),
  z.strictObject({ declined: z.literal(true) }),
]);

const question = z.strictObject({
  incident: z.string(),
  benefit: z.string(),
  asOf: z.string().refine(isDay, "is not a day of the calendar (YYYY-MM-DD)"),
  facts: z.record(z.string(), said),
});

type Question = z.infer<typeof question>;

export type LineAnswer = VerdictLine | { readonly error: LineError };

export interface VerdictLine {
  readonly kind: Verdict["kind"];
  readonly reasons: readonly string[];
  readonly ask?: string;
  readonly sources: readonly string[];
  readonly validUntil?: Day;
}

export interface LineError {
  readonly code:
    | "JSON_INVALID"
    | "LINE_INVALID"
    | "INCIDENT_UNKNOWN"
    | "BENEFIT_UNKNOWN"
    | "FACT_UNKNOWN"
    | "VALUE_UNKNOWN";
  /** Dotted, empty for the whole line. */
  readonly path: string;
  readonly message: string;
}

/** Answers one JSON line of `npm run eligibility`; never throws for what the line says. */
export function answerLine(line: string, { packs }: Pick<Content, "packs">): LineAnswer {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fault("JSON_INVALID", "", "the line is not JSON");
  }
  const read = question.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    return fault("LINE_INVALID", issue?.path.join(".") ?? "", issue?.message ?? "the line has another form");
  }
  const { incident, benefit, asOf } = read.data;
  const pack = packs.get(incident);
  if (pack === undefined) return fault("INCIDENT_UNKNOWN", "incident", `no pack is called ${incident}`);
  const policies = pack.policies.get(benefit);
  if (policies === undefined) return fault("BENEFIT_UNKNOWN", "benefit", `${incident} has no policy for ${benefit}`);
  const wrong = wrongFact(read.data, inForce(policies, asOf));
  return wrong ?? verdictLine(decide(policies, factsOf(read.data), asOf));
}

const fault = (code: LineError["code"], path: string, message: string): LineAnswer => ({
  error: { code, path, message },
});

/** A misspelt fact would otherwise look like one that was never told. */
function wrongFact({ facts }: Question, compiled: CompiledPolicy | undefined): LineAnswer | undefined {
  if (compiled === undefined) return undefined;
  for (const [name, value] of Object.entries(facts)) {
    const index = compiled.policy.facts.findIndex((fact) => fact.name === name && fact.from === "question");
    const path = `facts.${name}`;
    if (index < 0) return fault("FACT_UNKNOWN", path, `the policy asks for no fact called ${name}`);
    if (typeof value === "string" && cellOf(compiled.domains[index] ?? [], value) === undefined) {
      return fault("VALUE_UNKNOWN", path, `${value} is no value of ${name}`);
    }
  }
  return undefined;
}

const factsOf = ({ facts }: Question): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]): [string, FactState] => {
      if (typeof value === "string") return [name, { state: "known", value, from: "customer" }];
      return [name, { state: "unsure" in value ? "unsure" : "declined" }];
    }),
  );

function verdictLine(verdict: Verdict): VerdictLine {
  if (verdict.kind === "needs") return { kind: verdict.kind, reasons: [], ask: verdict.ask, sources: [] };
  const reasons = [...new Set(verdict.reasons.map(({ code }) => code))];
  const sources = [...new Set(verdict.reasons.flatMap((reason) => reason.sources))];
  const validUntil = verdict.kind === "refer" ? undefined : verdict.validUntil;
  return { kind: verdict.kind, reasons, sources, ...(validUntil === undefined ? {} : { validUntil }) };
}
