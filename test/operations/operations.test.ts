import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PER_ADDRESS } from "../../src/http/add-guards.ts";
import { HTTP_LIMITS } from "../../src/http/http-limits.ts";
import { createPrometheus } from "../../src/http/metrics/create-prometheus.ts";
import { metricsRoute } from "../../src/http/metrics/metrics-route.ts";
import { projectRoot } from "../../src/project-root.ts";
import { openSqlite } from "../../src/store/open-sqlite.ts";
import { PLACES_TO_STAND_BACK } from "../../src/store/places-to-stand-back.ts";
import { MOST_WAITING } from "../../src/store/write-queue.ts";
import { INTAKE_LIMITS } from "../../src/turn/bound-intake.ts";
import { AT_ONCE } from "../../src/turn/handle-conversations.ts";
import { manualClock } from "../contract/manual-clock.ts";
import { type Exposed, readExposed, readUsed } from "./read-metric-names.ts";

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string }[];
}
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string };
}

const read = (file: string) => readFileSync(join(projectRoot, "docs/operations", file), "utf8");
const dashboard = JSON.parse(read("grafana-dashboard.json")) as {
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
};
const rules = (parse(read("alerts.yaml")) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
const page = read("README.md");

const drawn = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));
const expressions = [...drawn, ...rules.map(({ expr }) => expr)];

/** What a process with an empty store really exposes. */
async function exposed(): Promise<Exposed> {
  const store = await openSqlite({ folder: ":memory:", clock: manualClock() });
  const { handle } = metricsRoute({ prometheus: createPrometheus("hash"), figures: store.figures });
  const headers = { host: "localhost" };
  const asked = { method: "GET", path: "/metrics", params: {}, query: {}, headers, body: Buffer.alloc(0) };
  const { body } = await handle({ ...asked, from: "127.0.0.1" });
  await store.close();
  return readExposed(String(body));
}

describe("dashboard and alerts", () => {
  it("use only what /metrics exposes, with values that it has", async () => {
    const { names, labelled } = await exposed();
    for (const expression of expressions) {
      const used = readUsed(expression);
      expect(used.names.length, expression).toBeGreaterThan(0);
      expect(used.names.filter((name) => !names.has(name))).toEqual([]);
      expect(used.labelled.filter((one) => !labelled.has(one))).toEqual([]);
    }
  });

  it("show every figure of ours", async () => {
    const used = new Set(drawn.flatMap((expression) => readUsed(expression).names));
    const shown = (name: string) => used.has(name) || used.has(`${name.replace(/_(?:sum|count)$/, "")}_bucket`);
    const ours = [...(await exposed()).names].filter((name) => name.startsWith("ansim_"));
    expect(ours.length).toBeGreaterThan(15);
    expect(ours.filter((name) => !shown(name))).toEqual([]);
  });

  it("are drawn for a data source of choice, each panel with its own place, title and Korean words", () => {
    expect(dashboard.schemaVersion).toBe(42);
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const { type, title, description, datasource } of panels) {
      expect(title).toMatch(/^[\x20-\x7e]+$/);
      expect(description).toMatch(/[가-힣]/);
      if (type !== "row") expect(datasource?.uid).toMatch(/^\$\{datasource\}$/);
    }
    const overlap = panels.flatMap(({ gridPos: a }, i) =>
      panels
        .slice(i + 1)
        .filter(({ gridPos: b }) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
    );
    expect(overlap).toEqual([]);
    const rows = panels.filter(({ type }) => type === "row").map(({ title }) => title);
    expect(rows).toEqual(["Customers waiting", "Desk", "Delivery", "Store", "Process"]);
  });

  it("say what each alert means and what to do", () => {
    const headings = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(rules.map(({ alert }) => alert));
    for (const { alert, labels, annotations } of rules) {
      expect(["page", "ticket"]).toContain(labels.severity);
      expect(annotations.description).toContain(`docs/operations/README.md#${alert.toLowerCase()}`);
      expect(annotations.description).toMatch(/[가-힣]/);
    }
  });
});

describe("the table of limits", () => {
  it("has every limit with the value that the program keeps", () => {
    const limits: Readonly<Record<string, number>> = {
      ...named("HTTP_LIMITS", HTTP_LIMITS),
      ...named("PER_ADDRESS", PER_ADDRESS),
      ...named("INTAKE_LIMITS", INTAKE_LIMITS),
      MOST_WAITING,
      AT_ONCE,
      PLACES_TO_STAND_BACK,
    };
    const rows = [...page.matchAll(/^\| [^|]+ \| ([\d,]+) \| `([\w.]+)` \| [^|]+ \|$/gm)];
    const written = Object.fromEntries(rows.map(([, value = "", name]) => [name, Number(value.replaceAll(",", ""))]));
    expect(written).toEqual(limits);
  });
});

const named = (prefix: string, limits: object): Record<string, number> =>
  Object.fromEntries(Object.entries(limits).map(([name, value]) => [`${prefix}.${name}`, Number(value)]));
