import {
  counted,
  ENGINE_STYLES,
  engineName,
  FONT,
  LANGUAGE_NAMES,
  percent,
  percentAxis,
  title,
  words,
} from "./chart-style.ts";
import type { EngineReport, LanguageReport } from "./report-data.ts";

/** A share of fewer sentences is chance. */
const LEAST_COUNT = 15;

/** Claimed confidence against share right; the diagonal is honesty. */
export const calibrationChart = ({ language, sentences, engines }: LanguageReport) => ({
  animation: false,
  textStyle: { fontFamily: FONT },
  title: title(
    "When it says it is 80 % sure, is it right 8 times in 10?",
    `${LANGUAGE_NAMES[language]}, ${counted(sentences)} sentences it was not taught. On the dashed diagonal, words and deeds agree.\nThe larger the dot, the more sentences. In brackets: how far off on average.`,
  ),
  grid: { left: 78, right: 28, top: 138, bottom: 62 },
  legend: { top: 96, left: 66, itemWidth: 44, itemGap: 26, textStyle: { fontSize: 15, color: "#1c1c1c" } },
  tooltip: { trigger: "item" },
  xAxis: percentAxis("how sure it says it is", 0, 34),
  yAxis: percentAxis("how often it is right", 0, 52),
  series: [diagonal(), ...engines.map(lineOf), side("too modest", [12, 92]), side("too sure of itself", [88, 8])],
});

const side = (text: string, at: readonly [x: number, y: number]) =>
  words(text, at, { color: "#777", fontStyle: "italic" });

const diagonal = () => ({
  type: "line",
  symbol: "none",
  silent: true,
  lineStyle: { color: "#999", type: "dashed", width: 1.5 },
  data: [
    [0, 0],
    [100, 100],
  ],
});

function lineOf({ engine, bins, calibrationError }: EngineReport, at: number) {
  const { color, type, width } = ENGINE_STYLES[at] ?? ENGINE_STYLES[2];
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  return {
    name: `${engineName(engine)} (${Math.round(100 * calibrationError)} points off)`,
    type: "line",
    symbol: "circle",
    lineStyle: { color, type, width },
    itemStyle: { color },
    z: 5 - at,
    data: bins
      .filter(({ count }) => count >= LEAST_COUNT)
      .map(({ count, claimed, right }) => ({
        value: [percent(claimed), percent(right)],
        symbolSize: 6 + 22 * Math.sqrt(count / all),
        tooltip: {
          formatter: `${engineName(engine)}: ${counted(count)} sentences, said ${percent(claimed)} %, right ${percent(right)} %`,
        },
      })),
  };
}
