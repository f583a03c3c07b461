import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import type { RawPolicy } from "./oracle.ts";

const PACK = join(import.meta.dirname, "../../dialogs/incidents/kt-2025");

/** The shipped waiver, as written and compiled. */
export function loadWaiver(): { raw: RawPolicy; waiver: CompiledPolicy } {
  const raw: RawPolicy = parse(readFileSync(join(PACK, "policy/termination-fee-waiver.yaml"), "utf8"));
  const parsed = parsePolicy(raw);
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.errors, null, 1));
  return { raw, waiver: parsed.policy };
}
