import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReview, renderReview, staleFiles } from "../../src/cli/content-render.ts";
import type { Content, Pack } from "../../src/content/content.ts";
import { loadContent } from "../../src/content/load-content.ts";
import { goldenTable, readGolden, writeGolden } from "../../src/content/review/golden-table.ts";
import { policyPage } from "../../src/content/review/policy-page.ts";
import { reviewFiles } from "../../src/content/review/review-files.ts";
import { changeText, semanticDiff } from "../../src/content/review/semantic-diff.ts";
import { parsePolicy } from "../../src/policy/load/parse-policy.ts";
import { projectRoot } from "../../src/project-root.ts";

const content = await loadContent(projectRoot);
const [pack] = content.packs.values();
const file = join(projectRoot, "dialogs/incidents/kt-2025/policy/termination-fee-waiver.yaml");
const source = await readFile(file, "utf8");

/** The waiver after a change of its file. */
function waiver(change: (text: string) => string = (text) => text) {
  const parsed = parsePolicy(parse(change(source)));
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.errors));
  return parsed.policy;
}
/** One day less until the claim is late. Another cut makes another number of cells, so the priors go. */
const moved = (text: string) =>
  text.replaceAll("2025-09-01, 2026-01-13]", "2025-09-01, 2026-01-12]").replaceAll(/^ *prior: .*$/gm, "");
const versionTwo = (text: string) => text.replace("version: 1", "version: 2");

const withWaiver = (...versions: readonly ReturnType<typeof waiver>[]): Pick<Content, "packs"> => {
  if (pack === undefined) throw new Error("no pack");
  const changed: Pack = { ...pack, policies: new Map([["termination-fee-waiver", versions]]) };
  return { packs: new Map([["kt-2025", changed]]) };
};

describe("the legal review in docs/policies", () => {
  it("is what the policies say now", async () => {
    expect(staleFiles(content, await readReview(projectRoot)), "npm run content -- render").toEqual([]);
  });

  it("is the same every time", () => {
    expect([...reviewFiles(content, new Map())]).toEqual([...reviewFiles(content, new Map())]);
  });

  it("holds every rule of every policy, its sources with their days, and its reasons in both languages", () => {
    for (const { policies, sources, answers, incident } of content.packs.values()) {
      for (const compiled of [...policies.values()].flat()) {
        const page = reviewFiles(content, new Map()).get(`${incident.id}/${compiled.policy.id}.md`) ?? "";
        for (const rule of compiled.policy.rules) {
          expect(page).toContain(`| \`${rule.id}\` |`);
          for (const id of rule.cite) expect(page).toContain(`[${id}](#source-${id}) ${sources.get(id)?.date}`);
          for (const { id } of answers.get(rule.reason) ?? []) expect(page).toContain(`\`${id}\` — `);
        }
        expect(page).toContain("```mermaid\nflowchart TD\n");
      }
    }
  });

  it("says of every day whether it is included", () => {
    const page = pack === undefined ? "" : policyPage(pack, waiver(), undefined);
    const rules = page.slice(page.indexOf("## 규칙"), page.indexOf("## 실행되는 그림"));
    const days = [...rules.matchAll(/(\d{4}년 \d+월 \d+일)(부터|까지)( \d{4}년 \d+월 \d+일까지)? ?(\([^)]*\))?/g)];
    expect(days.length).toBeGreaterThan(15);
    expect(days.filter(([, , , , included]) => !included?.includes("당일 포함"))).toEqual([]);
    expect(rules).toContain("1 September 2025 to 30 December 2025 (both days included)");
  });

  it("names every incident, benefit, fact and value in facts.md", () => {
    const page = reviewFiles(content, new Map()).get("facts.md") ?? "";
    for (const { incident, policies } of content.packs.values()) {
      expect(page).toContain(`## \`${incident.id}\``);
      for (const { policy } of [...policies.values()].flat()) {
        expect(page).toContain(`[\`${policy.id}\`](${incident.id}/${policy.id}.md)`);
        for (const fact of policy.facts.filter(({ from }) => from === "question")) {
          expect(page).toContain(`### \`${fact.name}\` · `);
          for (const value of fact.kind === "enum" ? fact.values : fact.extra)
            expect(page).toContain(`| \`${value}\` |`);
        }
      }
    }
  });
});

describe("the table of verdicts", () => {
  it("is read as it was written", () => {
    const table = goldenTable(waiver());
    expect(readGolden(writeGolden(table))).toEqual(table);
  });

  it("does not care how the rules are written", () => {
    const other = waiver((text) =>
      text.replace("termination: { before: 2025-09-01 }", "termination: { onOrBefore: 2025-08-31 }"),
    );
    expect(goldenTable(other)).toEqual(goldenTable(waiver()));
  });
});

describe("the semantic diff", () => {
  it("lists only the ranges whose verdict changed", () => {
    const changes = semanticDiff(goldenTable(waiver()), goldenTable(waiver(moved)));
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      expect(changeText(change)).toContain("termination 2026-01-13..2026-01-13");
      expect(changeText(change)).toContain("today 2026-02-01..");
    }
    expect(changes.map(changeText)).toContain(
      "line_kind mobile|second_device, contract_event ..2025-08-31|none, termination 2026-01-13..2026-01-13, special_case none, claim_made no, today 2026-02-01..: refer CLAIM_WINDOW_CLOSED → eligible IN_WINDOW",
    );
    expect(semanticDiff(goldenTable(waiver()), goldenTable(waiver()))).toEqual([]);
  });

  it("tells of values that came or went", () => {
    const before = { policy: "p", version: 1, effective: { from: "2026-01-01" }, facts: { a: ["x", "y"] } };
    const after = { ...before, version: 2, facts: { a: ["x", "z"], b: ["day"] } };
    const changes = semanticDiff(
      { ...before, rows: [{ when: {}, gives: "eligible A" }] },
      {
        ...after,
        rows: [
          { when: { b: "..2026-01-31" }, gives: "eligible A" },
          { when: { b: "2026-02-01.." }, gives: "refer B" },
        ],
      },
    );
    expect(changes.map(changeText)).toEqual([
      "a x, b 2026-02-01..: eligible A → refer B",
      "a y: eligible A → (does not exist any more)",
      "a z, b ..2026-01-31: (did not exist) → eligible A",
      "a z, b 2026-02-01..: (did not exist) → refer B",
    ]);
  });
});

describe("a new version", () => {
  it("is compared with the table of the one before, which stays", () => {
    const first = reviewFiles(withWaiver(waiver()), new Map());
    expect(first.get("kt-2025/termination-fee-waiver.md")).toContain("첫 판이에요");
    const second = reviewFiles(withWaiver(waiver((text) => versionTwo(moved(text)))), first);
    const page = second.get("kt-2025/termination-fee-waiver.md") ?? "";
    expect(page).toContain("| `refer CLAIM_WINDOW_CLOSED` | `eligible IN_WINDOW` |");
    expect(second.get("kt-2025/termination-fee-waiver.v1.golden.json")).toBe(
      first.get("kt-2025/termination-fee-waiver.v1.golden.json"),
    );
    expect([...reviewFiles(withWaiver(waiver((text) => versionTwo(moved(text)))), second)]).toEqual([...second]);
  });
});

describe("content -- render", () => {
  it("mends what is stale, takes away what is left over, and says which verdicts changed", async () => {
    const root = await mkdtemp(join(tmpdir(), "ansim-review-"));
    try {
      await cp(join(projectRoot, "intents"), join(root, "intents"), { recursive: true });
      await cp(join(projectRoot, "dialogs"), join(root, "dialogs"), { recursive: true });
      await renderReview(root, content);
      expect(await renderReview(root, content)).toEqual([]);
      await writeFile(join(root, "docs/policies/kt-2025/left-over.md"), "");
      const changed = { ...content, ...withWaiver(waiver(moved)) };
      const said = await renderReview(root, changed);
      expect(said).toContain("docs/policies/kt-2025/left-over.md");
      expect(said.join("\n")).toContain("refer CLAIM_WINDOW_CLOSED → eligible IN_WINDOW");
      expect(staleFiles(changed, await readReview(root))).toEqual([]);
      expect(staleFiles(content, await readReview(root))).toContain("docs/policies/kt-2025/termination-fee-waiver.md");
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});
