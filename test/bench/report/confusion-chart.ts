import { counted, FONT, LANGUAGE_NAMES, percent, title } from "./chart-style.ts";
import { INTENT_GROUPS } from "./intent-groups.ts";
import type { Confusion, LanguageReport } from "./report-data.ts";

const LABELS: readonly string[] = INTENT_GROUPS.flatMap(({ intents }) => intents);
/** Axes on which whole numbers are the borders between rows, not their middles. */
const BORDERS = { type: "value", min: 0, max: LABELS.length, show: false } as const;
const RIGHT = ["#e3eef7", "#0067a5"] as const;
const WRONG = ["#fdeee0", "#c2410c"] as const;

/** One row for each meaning: the share of its sentences that was heard as each intent. */
export const confusionChart = ({ language, sentences, confusions }: LanguageReport) => ({
  animation: false,
  textStyle: { fontFamily: FONT },
  title: title(
    `What ${LANGUAGE_NAMES[language]} customers mean, and what Ansim hears`,
    `One row for each of ${LABELS.length} meanings; columns in the same order. Blue: heard right (${Math.round(100 * heardRight(confusions))} % of all). Orange: taken for something else.\n${counted(sentences)} sentences it was not taught. Frames hold what belongs to one subject. The last column: refused.`,
  ),
  grid: { left: 236, right: 30, top: 92, bottom: 74 },
  tooltip: { trigger: "item" },
  xAxis: [
    {
      type: "category",
      data: LABELS,
      axisLabel: { show: false },
      axisTick: { show: false },
      name: "heard as (same order as the rows)",
      nameLocation: "middle",
      nameGap: 12,
      nameTextStyle: { fontSize: 15, color: "#1c1c1c" },
      splitLine: { show: false },
    },
    BORDERS,
  ],
  yAxis: [
    {
      type: "category",
      data: LABELS,
      inverse: true,
      axisLabel: { interval: 0, fontSize: 12.5, color: "#1c1c1c" },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    { ...BORDERS, inverse: true },
  ],
  visualMap: [scale(0, RIGHT, "heard right", 240), scale(1, WRONG, "taken for it", 640)],
  series: [
    heatMap(confusions.filter(({ meant, heard }) => meant === heard)),
    heatMap(confusions.filter(({ meant, heard }) => meant !== heard)),
    frames(),
  ],
});

function heardRight(confusions: readonly Confusion[]): number {
  const count = (of: readonly Confusion[]): number => of.reduce((sum, each) => sum + each.count, 0);
  return count(confusions.filter(({ meant, heard }) => meant === heard)) / count(confusions);
}

const heatMap = (confusions: readonly Confusion[]) => ({
  type: "heatmap",
  data: confusions.map(({ meant, heard, count, share }) => ({
    value: [LABELS.indexOf(heard), LABELS.indexOf(meant), percent(share)],
    tooltip: { formatter: `${meant} → ${heard}: ${count} (${percent(share)} %)` },
  })),
});

const scale = (seriesIndex: number, color: readonly string[], text: string, left: number) => ({
  seriesIndex,
  min: 0,
  max: seriesIndex === 0 ? 100 : 30,
  inRange: { color },
  orient: "horizontal",
  bottom: 6,
  left,
  itemWidth: 12,
  itemHeight: 120,
  text: [seriesIndex === 0 ? "100 %" : "30 % or more", `${text}: 0 %`],
  textStyle: { fontSize: 13, color: "#333" },
});

/** A frame around the meanings of one subject: mistakes inside it are between neighbours. */
const frames = () => ({
  type: "scatter",
  xAxisIndex: 1,
  yAxisIndex: 1,
  silent: true,
  data: [],
  z: 5,
  markArea: {
    silent: true,
    z: 5,
    itemStyle: { color: "transparent", borderColor: "#555", borderWidth: 1.2 },
    label: { show: true, fontSize: 16, fontWeight: "bold", color: "#222", textBorderColor: "#fff", textBorderWidth: 4 },
    data: INTENT_GROUPS.map(({ name, intents }, at) => {
      const from = LABELS.indexOf(intents[0] ?? "");
      const to = from + intents.length;
      const position = at === INTENT_GROUPS.length - 1 ? "left" : "right";
      return [{ name, coord: [from, from], label: { position, distance: 8 } }, { coord: [to, to] }];
    }),
  },
});
