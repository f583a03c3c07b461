import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import { projectRoot } from "../../src/project-root.ts";
import type { RawPolicy } from "./oracle.ts";

/** A policy of an incident pack, as written and compiled. */
export interface ShippedPolicy {
  /** `kt-2025/termination-fee-waiver.yaml` */
  readonly name: string;
  readonly incident: string;
  readonly raw: RawPolicy;
  readonly compiled: CompiledPolicy;
}

/** Every policy file of every incident pack. */
export function shippedPolicies(): readonly ShippedPolicy[] {
  const incidents = join(projectRoot, "dialogs/incidents");
  return readdirSync(incidents).flatMap((incident) => {
    const folder = join(incidents, incident, "policy");
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    return files.map((file) => load(incident, file, join(folder, file)));
  });
}

function load(incident: string, file: string, path: string): ShippedPolicy {
  const raw: RawPolicy = parse(readFileSync(path, "utf8"));
  const parsed = parsePolicy(raw);
  if (parsed.kind === "refused") throw new Error(`${incident}/${file}: ${JSON.stringify(parsed.errors, null, 1)}`);
  return { name: `${incident}/${file}`, incident, raw, compiled: parsed.policy };
}
