import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { addDays } from "../../src/core/day.ts";
import type { Verdict } from "../../src/core/verdict.ts";
import type { Cell } from "../../src/policy/cells.ts";
import { evaluate } from "../../src/policy/evaluate.ts";
import { factsOf } from "./facts-of.ts";
import { loadWaiver } from "./load-waiver.ts";
import { standingRules } from "./oracle.ts";

const { raw, waiver } = loadWaiver();
const names = waiver.policy.facts.map(({ name }) => name);

/** First and last day of a cell; a cell open at one end shows a far day there. */
const edgesOf = (cell: Cell): readonly string[] =>
  cell.kind === "value" ? [cell.value] : [cell.from ?? "2001-02-28", cell.to ?? "2031-12-31"];

function* situations(fact = 0): Generator<readonly string[]> {
  const domain = waiver.domains[fact];
  if (domain === undefined) return yield [];
  for (const rest of situations(fact + 1)) for (const value of domain.flatMap(edgesOf)) yield [value, ...rest];
}

const tell = (verdict: Verdict): string =>
  verdict.kind === "needs" ? verdict.kind : `${verdict.kind} ${verdict.reasons.map(({ rule }) => rule).join("+")}`;

test("the verdict at both edge days of every cell is what the rules say", () => {
  let rows = 0;
  for (const values of situations()) {
    rows++;
    const situation = Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
    const standing = standingRules(raw, situation);
    const truth = `${standing[0]?.then} ${standing.map(({ id }) => id).join("+")}`;
    const told = tell(evaluate(waiver, factsOf(situation)));
    if (told !== truth) expect.fail(`${JSON.stringify(situation)}: ${told}, not ${truth}`);
  }
  expect(rows).toBe(94_500);
}, 60_000);

describe("the announced days, each with its neighbours", () => {
  const base = {
    line_kind: "mobile",
    contract_event: "2024-05-05",
    termination: "2025-10-02",
    special_case: "none",
    late_reason: "none",
    claim_made: "no",
    today: "2026-01-20",
  };
  const at = (fact: string, day: string, more: Partial<typeof base> = {}) =>
    tell(evaluate(waiver, factsOf({ ...base, ...more, [fact]: day })));
  const around = (fact: string, first: string, more: Partial<typeof base> = {}) =>
    [addDays(first, -1), first].map((day) => at(fact, day, more));

  test("contract: excluded from 1 September 2025 on", () => {
    expect(around("contract_event", "2025-09-01")).toEqual(["eligible retroactive", "ineligible contract-too-recent"]);
  });
  test("left: covered from 1 September 2025 on", () => {
    expect(around("termination", "2025-09-01")).toEqual(["ineligible terminated-too-early", "eligible retroactive"]);
  });
  test("left: the window starts on 31 December 2025", () => {
    expect(around("termination", "2025-12-31")).toEqual(["eligible retroactive", "eligible in-window"]);
  });
  test("left: the window ends with 13 January 2026", () => {
    expect(around("termination", "2026-01-14")).toEqual(["eligible in-window", "ineligible terminated-too-late"]);
  });
  test("still with KT: over from 14 January 2026 on", () => {
    expect(around("today", "2026-01-14", { termination: "none" })).toEqual([
      "eligible cancel-in-window",
      "ineligible window-over",
    ]);
  });
  test("refund: applications end with 31 January 2026, for everybody", () => {
    expect(around("today", "2026-02-01")).toEqual(["eligible retroactive", "refer claim-closed"]);
    expect(around("today", "2026-02-01", { termination: "2026-01-05" })).toEqual([
      "eligible in-window",
      "refer claim-closed",
    ]);
    expect(around("today", "2026-02-01", { claim_made: "yes" })).toEqual([
      "eligible retroactive",
      "eligible retroactive",
    ]);
  });
  test("watches and rejoining: settled by the rules of 14 January 2026", () => {
    expect(around("today", "2026-01-14", { line_kind: "second_device" })).toEqual([
      "refer second-device-before-rules",
      "eligible retroactive",
    ]);
    expect(around("today", "2026-01-14", { special_case: "rejoined" })).toEqual([
      "refer rejoined-before-rules",
      "ineligible rejoined",
    ]);
  });
});

describe("time zones", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("the table of verdicts is the same everywhere", () => {
    const hashes = ["UTC", "Asia/Seoul", "America/New_York", "Pacific/Kiritimati"].map((tz) => {
      process.env.TZ = tz;
      const { waiver: fresh } = loadWaiver();
      const hash = createHash("sha256").update(JSON.stringify(fresh.domains));
      for (const today of ["2026-01-13", "2026-01-14", "2026-01-31", "2026-02-01"]) {
        for (const termination of ["2025-08-31", "2025-09-01", "2025-12-31", "2026-01-13", "2026-01-14", "none"]) {
          hash.update(
            tell(evaluate(fresh, factsOf({ line_kind: "mobile", special_case: "none", termination, today }))),
          );
        }
      }
      return hash.digest("hex");
    });
    expect(new Set(hashes).size).toBe(1);
  });

  test("the module knows no clock", () => {
    const folder = join(import.meta.dirname, "../../src/policy");
    const files = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((file) => file.endsWith(".ts"));
    const withDate = files.filter((file) => /\bDate\b/.test(readFileSync(join(folder, file), "utf8")));
    expect(withDate).toEqual([]);
  });
});
