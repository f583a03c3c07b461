/** Told apart by people who do not see all colours, and in print by the kind of line. */
export const ENGINE_STYLES = [
  { color: "#0067a5", type: "solid", width: 4 },
  { color: "#d1620a", type: "dashed", width: 2.5 },
  { color: "#6b6b6b", type: "dotted", width: 2.5 },
] as const;

export const FONT = "'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', Arial, sans-serif";

export const LANGUAGE_NAMES = { ko: "Korean", en: "English" } as const;

/** Names that a newcomer can place. */
export const engineName = (engine: string): string =>
  engine === "own" ? "Ansim" : engine.replace(/^nlp\.js/, "NLP.js");

export const percent = (share: number): number => Math.round(share * 1000) / 10;

/** 2877 as "2,877". */
export const counted = (count: number): string => count.toLocaleString("en-US");

export const title = (text: string, subtext: string) => ({
  text,
  subtext,
  left: 16,
  top: 10,
  textStyle: { fontSize: 21, fontWeight: "bold", color: "#1c1c1c" },
  subtextStyle: { fontSize: 14, lineHeight: 20, color: "#444" },
});

/** An axis of percents with its meaning under it. */
export const percentAxis = (name: string, min: number, nameGap: number) => ({
  type: "value",
  name,
  min,
  max: 100,
  nameLocation: "middle",
  nameGap,
  nameTextStyle: { fontSize: 15, color: "#1c1c1c" },
  axisLabel: { formatter: "{value} %", fontSize: 13, color: "#333" },
  splitLine: { lineStyle: { color: "#e6e6e6" } },
});

/** Words at a place of the chart, so that nobody has to match colours with a legend. */
export const words = (text: string, at: readonly [x: number, y: number], label: object) => ({
  type: "scatter",
  silent: true,
  symbolSize: 1,
  z: 6,
  itemStyle: { color: "transparent", opacity: 1 },
  data: [at],
  label: { show: true, formatter: text, fontSize: 16, ...label },
});
