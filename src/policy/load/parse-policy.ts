import type { z } from "zod";
import { domainsOf } from "../cells.ts";
import type { CompiledPolicy } from "../compiled-policy.ts";
import type { Policy, PolicyFact, Rule } from "../policy.ts";
import { compilePolicy } from "./compile-policy.ts";
import { orderOf } from "./order-rules.ts";
import { type Complain, type Path, parseCondition } from "./parse-condition.ts";
import { type PolicyDocument, policySchema } from "./policy-schema.ts";

/** Where in the file a path of keys and indexes stands; from 1. */
export type Locate = (path: Path) => { readonly line: number; readonly column: number } | undefined;

export interface PolicyError {
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export type ParsedPolicy =
  | { readonly kind: "parsed"; readonly policy: CompiledPolicy }
  | { readonly kind: "refused"; readonly errors: readonly PolicyError[] };

/** Reads and proves a policy: all errors of form at once, then those of reference, then those of meaning. */
export function parsePolicy(document: unknown, locate: Locate = () => undefined): ParsedPolicy {
  const refused = (errors: readonly PolicyError[]): ParsedPolicy => ({
    kind: "refused",
    errors: errors.map((error) => ({ ...error, ...placeOf(error.path, locate) })),
  });
  const read = policySchema.safeParse(document);
  if (!read.success) return refused(read.error.issues.flatMap(formErrors));
  const errors: PolicyError[] = [];
  const policy = policyOf(read.data, (path, message) => errors.push({ code: "REFERENCE", path, message }));
  if (errors.length > 0) return refused(errors);
  const compilation = compilePolicy(policy);
  if (compilation.kind === "flawed") return refused(compilation.findings);
  return { kind: "parsed", policy: compilation.policy };
}

function formErrors({ code, path, message, ...issue }: z.core.$ZodIssue): readonly PolicyError[] {
  const at = wordsOf(path);
  const fault = { code: code.toUpperCase(), message };
  if (!("keys" in issue) || code !== "unrecognized_keys") return [{ ...fault, path: at }];
  return issue.keys.map((key) => ({ ...fault, path: [...at, key], message: `${key} is not known here` }));
}

/** The place itself, or of the nearest thing around it that is in the file. */
function placeOf(path: Path, locate: Locate): { line: number; column: number } | undefined {
  for (let length = path.length; length >= 0; length--) {
    const place = locate(path.slice(0, length));
    if (place !== undefined) return { line: place.line, column: place.column };
  }
  return undefined;
}

const wordsOf = (path: readonly PropertyKey[]): Path =>
  path.map((key) => (typeof key === "symbol" ? String(key) : key));

function policyOf(document: PolicyDocument, complain: Complain): Policy {
  const facts = Object.entries(document.facts).map(([name, fact]) => factOf(name, fact));
  const rules = document.rules.flatMap((rule, i): readonly Rule[] => {
    const when = parseCondition(rule.when, ["rules", i, "when"], facts, complain);
    const { group, ...rest } = rule;
    return when === undefined ? [] : [{ ...rest, ...(group === undefined ? {} : { group }), when }];
  });
  const { policy: id, version, effective } = document;
  const { from, to } = effective;
  const policy = { id, version, effective: { from, ...(to === undefined ? {} : { to }) }, facts, rules };
  if (rules.length === document.rules.length) checkReferences(policy, complain);
  return policy;
}

function factOf(name: string, fact: PolicyDocument["facts"][string]): PolicyFact {
  const prior = fact.prior === undefined ? {} : { prior: fact.prior };
  const origin = fact.ask === undefined ? ({ from: "clock" } as const) : ({ from: "question", ...fact.ask } as const);
  return fact.type === "enum"
    ? { name, kind: "enum", values: fact.values, ...origin, ...prior }
    : { name, kind: "date", extra: fact.extra, ...origin, ...prior };
}

function checkReferences(policy: Policy, complain: Complain): void {
  const domains = domainsOf(policy);
  for (const [i, fact] of policy.facts.entries()) {
    const at = ["facts", fact.name];
    const values = fact.kind === "enum" ? fact.values : fact.extra;
    const cells = domains[i]?.length ?? 0;
    if (["all", "any", "not"].includes(fact.name)) complain(at, `${fact.name} cannot be the name of a fact`);
    if (new Set(values).size < values.length) complain(at, "names a value twice");
    if (fact.prior !== undefined && fact.prior.length !== cells) complain([...at, "prior"], `needs ${cells} weights`);
  }
  if (policy.facts.filter(({ from }) => from === "clock").length > 1) complain(["facts"], "has more than one clock");
  const names = new Set(policy.rules.flatMap(({ id, group }) => (group === undefined ? [id] : [id, group])));
  const ids = policy.rules.map(({ id }) => id);
  const groups = new Set(policy.rules.map(({ group }) => group));
  for (const [i, rule] of policy.rules.entries()) {
    if (ids.indexOf(rule.id) !== i || groups.has(rule.id)) complain(["rules", i, "id"], `${rule.id} is already taken`);
    for (const [n, name] of rule.exceptionTo.entries()) {
      if (!names.has(name)) complain(["rules", i, "exceptionTo", n], `no rule or group is called ${name}`);
    }
  }
  const order = orderOf(policy.rules);
  if (order.kind === "circle") complain(["rules"], `exceptions run in a circle: ${order.ids.join(", ")}`);
}
