import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readGolden } from "../../src/content/review/golden-table.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import { projectRoot } from "../../src/project-root.ts";
import { compareWith, edgesOf, refinedValues } from "./golden-rows.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { shippedPolicies } from "./shipped-policies.ts";

const EDITS = 150;
const LEAST = 100;

/** Findings about what the rules mean together; anything else is about the form of the file. */
const STATIC = new Set(["GAP", "CONFLICT", "DEAD_RULE", "DEAD_EXCEPTION", "IDLE_FACT"]);

const shipped = shippedPolicies();

describe.each(shipped.map((policy) => [policy.name, policy] as const))("%s", (_, { incident, raw, compiled }) => {
  const { id, version } = compiled.policy;
  const file = join(projectRoot, "docs/policies", incident, `${id}.v${version}.golden.json`);
  const golden = readGolden(readFileSync(file, "utf8"));
  const edges = edgesOf(golden);

  test("tells at both edge days of every cell what the committed table says", () => {
    const { situations, difference } = compareWith(golden, compiled, edges);
    expect(difference).toBeUndefined();
    expect(situations).toBe(edges.reduce((product, { length }) => product * length, 1));
  });

  test(`shows every one of ${EDITS} single edits`, () => {
    const counts = { load: 0, static: 0, table: 0, equal: 0 };
    const escaped: string[] = [];
    const caughtBy = ({ document }: Mutant): keyof typeof counts | undefined => {
      const parsed = parsePolicy(document);
      if (parsed.kind === "refused") return parsed.errors.some(({ code }) => !STATIC.has(code)) ? "load" : "static";
      if (compareWith(golden, parsed.policy, edges).difference !== undefined) return "table";
      const refined = compareWith(golden, parsed.policy, refinedValues(golden, parsed.policy));
      return refined.difference === undefined ? "equal" : undefined;
    };
    for (const mutant of mutantsOf(raw, EDITS, 20_251_223)) {
      const by = caughtBy(mutant);
      if (by === undefined) escaped.push(mutant.change);
      else counts[by] += 1;
    }
    expect(escaped).toEqual([]);
    // What is proven to be the same policy in other words is no edit to be caught.
    expect(counts.load + counts.static + counts.table, JSON.stringify(counts)).toBeGreaterThanOrEqual(LEAST);
    process.stdout.write(`${incident}/${id}: ${JSON.stringify(counts)}\n`);
  }, 240_000);
});
