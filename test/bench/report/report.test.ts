import { describe, expect, it } from "vitest";
import { INTENTS } from "../../../src/core/intent.ts";
import type { Judged } from "../understanding/judge.ts";
import { confusionChart } from "./confusion-chart.ts";
import { INTENT_GROUPS } from "./intent-groups.ts";
import { toLanguageReport } from "./report-data.ts";
import { tablesOf } from "./tables.ts";

const judged = (intent: string, heard: string, band: Judged["heard"]["band"], confidence: number): Judged => ({
  text: "",
  intent,
  ms: 1,
  heard: { ranked: [{ intent: heard, confidence }], scope: confidence, sureness: confidence, band },
});

const report = toLanguageReport({
  language: "ko",
  lines: [],
  results: [
    {
      engine: "own",
      trainSeconds: 1,
      modelBytes: 1,
      judged: [
        judged("mp_refund", "mp_refund", "sure", 0.9),
        judged("mp_refund", "mp_refund", "sure", 0.8),
        judged("mp_refund", "mp_block", "unsure", 0.5),
        judged("mp_refund", "mp_refund", "rejected", 0.2),
        judged("out_of_scope", "mp_block", "rejected", 0.1),
      ],
    },
  ],
});

describe("the data of the report", () => {
  it("counts a refused sentence as taken for nothing", () => {
    expect(report.confusions).toEqual([
      { meant: "mp_refund", heard: "mp_refund", count: 2, share: 0.5 },
      { meant: "mp_refund", heard: "mp_block", count: 1, share: 0.25 },
      { meant: "mp_refund", heard: "out_of_scope", count: 1, share: 0.25 },
      { meant: "out_of_scope", heard: "out_of_scope", count: 1, share: 1 },
    ]);
  });

  it("has the point that the bands make, and the curve around it", () => {
    const [own] = report.engines;
    expect(own?.point).toEqual({ kept: 0.4, right: 1 });
    expect(own?.curve.map(({ kept }) => kept)).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
    expect(own?.curve.at(-1)?.right).toBe(0.6);
  });

  it("names every intent once, in groups", () => {
    expect(INTENT_GROUPS.flatMap(({ intents }) => intents).toSorted()).toEqual([...INTENTS].toSorted());
  });
});

describe("the charts and tables", () => {
  it("put a confusion in the row of what was meant and the column of what was heard", () => {
    const { series, yAxis } = confusionChart(report);
    const labels = yAxis.flatMap((axis) => ("data" in axis ? axis.data : []));
    const wrong = JSON.stringify(series[1]);
    expect(wrong).toContain(JSON.stringify([labels.indexOf("mp_block"), labels.indexOf("mp_refund"), 25]));
  });

  it("give each engine of a line a row, and let no text be taken for HTML", () => {
    const html = tablesOf([
      { part: "robustness", set: "<own>", harm: "a", engines: { own: { clean: 0.5 }, "nlp.js 1": { clean: 0.25 } } },
    ]);
    expect(html.match(/<tr/g)).toHaveLength(3);
    expect(html).toContain('<td>Ansim</td><td class="number">50.0</td>');
    expect(html).toContain("&lt;own&gt;");
    expect(html).not.toContain("Costs");
  });
});
