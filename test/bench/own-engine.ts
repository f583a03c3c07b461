import type { FactState } from "../../src/core/fact.ts";
import type { CompiledPolicy } from "../../src/policy/compiled-policy.ts";
import { evaluate } from "../../src/policy/evaluate.ts";
import type { EligibilityEngine } from "./eligibility-engine.ts";

/** The product's own core, with reasons, trace and the next question. */
export const ownEngine = (compiled: CompiledPolicy): EligibilityEngine => ({
  name: "ansim",
  tell: (known) => {
    const facts = Object.fromEntries(
      Object.entries(known).map(([name, value]): [string, FactState] => [
        name,
        { state: "known", value, from: "customer" },
      ]),
    );
    const verdict = evaluate(compiled, facts);
    if (verdict.kind === "needs") return { ask: verdict.ask };
    return verdict.kind === "refer" && verdict.stuckOn.length > 0 ? {} : { kind: verdict.kind };
  },
});
