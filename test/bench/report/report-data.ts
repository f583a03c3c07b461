import type { Language } from "../../../src/core/language.ts";
import type { ReliabilityBin } from "../understanding/calibration.ts";
import type { Line } from "../understanding/compare.ts";
import { bandsOf, binsOf, curveOf, eceOf, type Judged } from "../understanding/judge.ts";
import type { OwnIntents } from "../understanding/own-intents.ts";
import type { CurvePoint } from "../understanding/rejection-curve.ts";
import { OUTSIDE } from "../understanding/text-engine.ts";

/** What the charts of one engine show. */
export interface EngineReport {
  readonly engine: string;
  readonly curve: readonly CurvePoint[];
  /** Where the engine's own thresholds draw the line. */
  readonly point: CurvePoint;
  readonly bins: readonly ReliabilityBin[];
  readonly calibrationError: number;
}

/** How often sentences of one intent were taken for another, or for itself. */
export interface Confusion {
  readonly meant: string;
  readonly heard: string;
  readonly count: number;
  /** Of all sentences with that meaning. */
  readonly share: number;
}

export interface LanguageReport {
  readonly language: Language;
  readonly sentences: number;
  readonly engines: readonly EngineReport[];
  /** Of our engine. */
  readonly confusions: readonly Confusion[];
}

export interface UnderstandingReport {
  readonly languages: readonly LanguageReport[];
  readonly lines: readonly Line[];
}

/** Points of a curve that a chart can show apart. */
const POINTS = 250;
/** A share of fewer messages says nothing yet. */
const LEAST_KEPT = 0.02;

export function toLanguageReport({ language, results }: OwnIntents): LanguageReport {
  const own = results[0]?.judged ?? [];
  return {
    language,
    sentences: own.length,
    engines: results.map(({ engine, judged }) => ({
      engine,
      curve: thinned(curveOf(judged).filter(({ kept }) => kept >= LEAST_KEPT)),
      point: bandsOf(judged).point,
      bins: binsOf(judged),
      calibrationError: eceOf(judged),
    })),
    confusions: confusionsOf(own),
  };
}

function thinned(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const step = Math.max(1, Math.ceil(curve.length / POINTS));
  return curve.filter((_, at) => at % step === 0 || at === curve.length - 1);
}

/** A refused sentence counts as heard to be `out_of_scope`. */
function confusionsOf(judged: readonly Judged[]): readonly Confusion[] {
  const heardAs = ({ heard }: Judged): string =>
    heard.band === "rejected" ? OUTSIDE : (heard.ranked[0]?.intent ?? OUTSIDE);
  const counts = new Map<string, Map<string, number>>();
  for (const row of judged) {
    const ofIntent = counts.get(row.intent) ?? new Map<string, number>();
    counts.set(row.intent, ofIntent.set(heardAs(row), (ofIntent.get(heardAs(row)) ?? 0) + 1));
  }
  return [...counts].flatMap(([meant, ofIntent]) => {
    const all = [...ofIntent.values()].reduce((sum, count) => sum + count, 0);
    return [...ofIntent].map(([heard, count]) => ({ meant, heard, count, share: count / all }));
  });
}
