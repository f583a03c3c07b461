import { type Judged, quantile } from "./judge.ts";

/** One line of the bench: flat figures, each with its name. */
export type Line = Readonly<Record<string, unknown>>;

/** What one engine came to on one set. */
export interface Result {
  readonly engine: string;
  readonly judged: readonly Judged[];
  /** Processor time to learn once, which other programs on the machine do not change. */
  readonly trainSeconds: number;
  readonly modelBytes: number;
}

/** Times and sizes of an engine, and the ratios of the first engine to it. */
export function costsOf(result: Result, own: Result): Line {
  const classifyMs = (of: Result, at: number): number => quantile(of.judged, at);
  const costs = {
    trainSeconds: rounded(result.trainSeconds),
    classifyMs: { p50: rounded(classifyMs(result, 0.5)), p99: rounded(classifyMs(result, 0.99)) },
    modelBytes: result.modelBytes,
  };
  if (result === own) return costs;
  const costRatio = {
    trainSeconds: rounded(own.trainSeconds / result.trainSeconds),
    classifyP50: rounded(classifyMs(own, 0.5) / classifyMs(result, 0.5)),
    classifyP99: rounded(classifyMs(own, 0.99) / classifyMs(result, 0.99)),
    modelBytes: rounded(own.modelBytes / result.modelBytes),
  };
  return { ...costs, ownToPeerCosts: costRatio };
}

export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
