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

/** Where names are written: a share of messages that every engine acts on. */
const TAG_AT = 0.57;

/** Share acted upon against share right; the dot is where the shipped thresholds draw the line. */
export const rejectionChart = ({ language, sentences, engines }: LanguageReport) => ({
  animation: false,
  textStyle: { fontFamily: FONT },
  title: title(
    "How often is it right when it acts on its own?",
    `${LANGUAGE_NAMES[language]}, ${counted(sentences)} sentences it was not taught. Left: it acts only when very sure. Right: it acts on nearly everything.\nThe rest is asked back or goes to a person. Sentences about something else count as wrong when acted upon.`,
  ),
  grid: { left: 78, right: 28, top: 104, bottom: 62 },
  tooltip: { trigger: "item" },
  xAxis: percentAxis("messages it acts on, of all messages", 0, 34),
  yAxis: percentAxis("right, of those acted on", lowest(engines), 52),
  series: engines.flatMap((engine, e) => [
    lineOf(engine, e),
    nameTag(engine, e),
    ...(e === 0 ? [shippedPoint(engine)] : []),
  ]),
});

const lowest = (engines: readonly EngineReport[]): number =>
  10 * Math.floor(10 * Math.min(...engines.flatMap(({ curve }) => curve.map(({ right }) => right))));

function lineOf({ engine, curve }: EngineReport, at: number) {
  const { color, type, width } = ENGINE_STYLES[at] ?? ENGINE_STYLES[2];
  return {
    name: engineName(engine),
    type: "line",
    clip: true,
    symbol: "none",
    lineStyle: { color, type, width },
    itemStyle: { color },
    data: curve.map(({ kept, right }) => [percent(kept), percent(right)]),
  };
}

/** Above the line, from the point on to the right, where the line falls away. */
function nameTag({ engine, curve }: EngineReport, at: number) {
  const { color } = ENGINE_STYLES[at] ?? ENGINE_STYLES[2];
  const middle = curve.find(({ kept }) => kept >= TAG_AT) ?? curve[0];
  return words(engineName(engine), [percent(middle?.kept ?? 0), percent(middle?.right ?? 0)], {
    position: "top",
    align: "left",
    distance: 10,
    color,
    fontWeight: "bold",
  });
}

const shippedPoint = ({ point }: EngineReport) => ({
  type: "scatter",
  symbolSize: 17,
  z: 5,
  itemStyle: { color: ENGINE_STYLES[0].color, borderColor: "#fff", borderWidth: 3, opacity: 1 },
  data: [[percent(point.kept), percent(point.right)]],
  tooltip: { formatter: "where the shipped thresholds draw the line" },
  label: {
    show: true,
    position: "right",
    offset: [2, -24],
    formatter: `as shipped: acts on ${Math.round(100 * point.kept)} %,\n${Math.round(100 * point.right)} % of it right`,
    fontSize: 15,
    lineHeight: 20,
    color: "#1c1c1c",
  },
});
