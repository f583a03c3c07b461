import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../../setup/installed.ts";
import { calibrationChart } from "./calibration-chart.ts";
import { FONT, LANGUAGE_NAMES } from "./chart-style.ts";
import { confusionChart } from "./confusion-chart.ts";
import { rejectionChart } from "./rejection-chart.ts";
import type { LanguageReport, UnderstandingReport } from "./report-data.ts";
import { escaped, tablesOf } from "./tables.ts";

interface Chart {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly option: object;
}

const MOST_CONFUSED = 12;

const STYLE = `
body { font: 16px/1.5 ${FONT}; color: #1c1c1c; background: #fff; max-width: 1180px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 28px; } h2 { font-size: 21px; margin: 40px 0 8px; }
figure { margin: 16px 0; overflow-x: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 14px; }
th, td { border-bottom: 1px solid #ddd; padding: 4px 10px; text-align: left; vertical-align: top; }
td { white-space: nowrap; }
th { font-weight: 600; background: #f5f5f5; } .number { text-align: right; font-variant-numeric: tabular-nums; }
tr.own td { background: #eaf3fa; font-weight: 600; }
pre { overflow-x: auto; font-size: 12px; background: #f5f5f5; padding: 8px; }`;

const DRAW = `
for (const { id, option } of JSON.parse(document.getElementById("charts").textContent))
  echarts.init(document.getElementById(id), null, { renderer: "svg" }).setOption(option);
document.body.dataset.drawn = "yes";`;

/** The report as one file that needs nothing else: charts, tables and the script that draws. */
export function reportPage({ languages, lines }: UnderstandingReport): string {
  const charts = languages.flatMap(chartsOf);
  const sections = languages.map((each) => `<h2>${LANGUAGE_NAMES[each.language]}</h2>${figuresOf(each)}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>How well Ansim understands</title>
<style>${STYLE}</style>
</head>
<body>
<h1>How well Ansim understands</h1>
<p>Made by <code>npm run -s bench -- understanding</code>. Every sentence was judged by a model that had not been taught it;
the other engines learnt from the same sentences in the same run. Point at a chart for figures.</p>
${sections.join("\n")}
${tablesOf(lines)}
<details><summary>All lines of the run</summary><pre>${lines.map((line) => escaped(JSON.stringify(line))).join("\n")}</pre></details>
<p>Charts: Apache ECharts, Apache License 2.0.</p>
<script type="application/json" id="charts">${inScript(JSON.stringify(charts))}</script>
<script>${library()}</script>
<script>${DRAW}</script>
</body>
</html>
`;
}

const chartsOf = (report: LanguageReport): readonly Chart[] => [
  { id: `rejection-${report.language}`, width: 960, height: 560, option: rejectionChart(report) },
  { id: `calibration-${report.language}`, width: 960, height: 620, option: calibrationChart(report) },
  { id: `confusion-${report.language}`, width: 1140, height: 1160, option: confusionChart(report) },
];

const figuresOf = (report: LanguageReport): string =>
  chartsOf(report)
    .map(
      ({ id, width, height }) => `<figure><div id="${id}" style="width:${width}px;height:${height}px"></div></figure>`,
    )
    .join("\n") + mostConfused(report);

function mostConfused({ confusions }: LanguageReport): string {
  const rows = confusions
    .filter(({ meant, heard }) => meant !== heard)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CONFUSED)
    .map(({ meant, heard, count }) => `<tr><td>${meant}</td><td>${heard}</td><td class="number">${count}</td></tr>`);
  return `<h3>Most often mixed up</h3><table><thead><tr><th>Meant</th><th>Heard</th><th>Sentences</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}

/** Nothing inside may look like the end of the script. */
const inScript = (json: string): string => json.replaceAll("<", "\\u003c");

const library = (): string =>
  readFileSync(join(installed("test/bench/report"), "node_modules/echarts/dist/echarts.min.js"), "utf8").replaceAll(
    "</script",
    "<\\/script",
  );
