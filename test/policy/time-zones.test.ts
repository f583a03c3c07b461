import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { seoulClock } from "../../src/clock.ts";
import { goldenTable, writeGolden } from "../../src/content/review/golden-table.ts";
import { sha256 } from "../../src/content/sha256.ts";
import { projectRoot } from "../../src/project-root.ts";
import { edgesOf } from "./golden-rows.ts";
import { shippedPolicies } from "./shipped-policies.ts";

/** With the minutes that local time lacks to UTC on 13 January 2026. */
const ZONES = [
  ["UTC", 0],
  ["Asia/Seoul", -540],
  ["America/New_York", 300],
  ["Pacific/Kiritimati", -840],
] as const;

describe("wherever the program runs", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const inZone = <T>([name, minutes]: (typeof ZONES)[number], work: () => T): T => {
    process.env.TZ = name;
    expect(new Date(2026, 0, 13).getTimezoneOffset(), `${name} is in effect`).toBe(minutes);
    return work();
  };

  test("every policy tells the same in every cell, and cuts at the same days", () => {
    const hashes = ZONES.map((each) =>
      inZone(each, () => {
        const tables = shippedPolicies().map(({ compiled }) => goldenTable(compiled));
        return sha256(tables.map((table) => writeGolden(table) + JSON.stringify(edgesOf(table))).join("\n"));
      }),
    );
    expect(new Set(hashes).size).toBe(1);
  });

  test("the last millisecond of 13 January in Korea and the next one are different days", () => {
    const days = ZONES.map((each) =>
      inZone(each, () =>
        ["2026-01-13T23:59:59.999+09:00", "2026-01-14T00:00:00.000+09:00"].map((at) =>
          seoulClock(() => new Date(at).toISOString()).today(),
        ),
      ),
    );
    expect(days).toEqual(ZONES.map(() => ["2026-01-13", "2026-01-14"]));
  });

  test("those two days are two sides of a cut wherever the waiver speaks of today or of leaving", () => {
    const waiver = shippedPolicies().find(({ compiled }) => compiled.policy.id === "termination-fee-waiver");
    const cuts = ["today", "termination"].map((name) => {
      const fact = waiver?.compiled.policy.facts.findIndex((each) => each.name === name) ?? -1;
      return waiver?.compiled.domains[fact]?.some((cell) => cell.kind === "days" && cell.to === "2026-01-13");
    });
    expect(cuts).toEqual([true, true]);
  });
});

test("days are strings: nothing that decides knows a Date, but the arithmetic in core, which counts in UTC", () => {
  const folder = join(projectRoot, "src/policy");
  const names = readdirSync(folder, { encoding: "utf8", recursive: true }).filter((file) => file.endsWith(".ts"));
  const files = names.map((file) => join(folder, file));
  expect(files.filter((file) => /\bDate\b/.test(readFileSync(file, "utf8")))).toEqual([]);
  const day = readFileSync(join(projectRoot, "src/core/day.ts"), "utf8");
  expect(day.match(/\.(get|set)(?!UTC)(FullYear|Month|Date|Day|Hours)\b|\bDate\.parse\b|toLocale/g)).toBeNull();
});
