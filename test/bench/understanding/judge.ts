import { auroc } from "./auroc.ts";
import { type Claim, calibrationError, reliability } from "./calibration.ts";
import { type CurvePoint, keptAt, rejectionCurve, rightAt } from "./rejection-curve.ts";
import { type Heard, OUTSIDE, type TextModel } from "./text-engine.ts";

/** A text with the intent that is right, `out_of_scope` for none. */
export interface Row {
  readonly text: string;
  readonly intent: string;
}

export interface Judged extends Row {
  readonly heard: Heard;
  readonly ms: number;
}

/** Rows in a row with one engine; short, so that all meet the same load on the machine. */
const ROUND = 50;

/** Lets each model hear every row; one list for each model, in their order. */
export async function judgeAll(
  models: readonly TextModel[],
  rows: readonly Row[],
): Promise<readonly (readonly Judged[])[]> {
  const judged = models.map((): Judged[] => []);
  for (let at = 0; at < rows.length; at += ROUND) {
    for (const [m, model] of models.entries()) {
      for (const row of rows.slice(at, at + ROUND)) {
        const start = performance.now();
        const heard = await model.hear(row.text);
        judged[m]?.push({ ...row, heard, ms: performance.now() - start });
      }
    }
  }
  return judged;
}

const isInside = ({ intent }: Row): boolean => intent !== OUTSIDE;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Share of in-scope rows whose intent is among the best `count`. */
export function accuracy(judged: readonly Judged[], count: number): number {
  const inside = judged.filter(isInside);
  const right = inside.filter(({ intent, heard }) =>
    heard.ranked.slice(0, count).some((entry) => entry.intent === intent),
  );
  return share(right.length, inside.length);
}

/** How much a share of so many draws varies by chance: one standard error. */
export const standardError = (value: number, count: number): number => Math.sqrt((value * (1 - value)) / count);

const claims = (judged: readonly Judged[]): readonly Claim[] =>
  judged.filter(isInside).map(({ intent, heard }) => ({
    confidence: heard.ranked[0]?.confidence ?? 0,
    right: heard.ranked[0]?.intent === intent,
  }));

export const binsOf = (judged: readonly Judged[]) => reliability(claims(judged));
export const eceOf = (judged: readonly Judged[]): number => calibrationError(binsOf(judged));

export const curveOf = (judged: readonly Judged[]): readonly CurvePoint[] =>
  rejectionCurve(
    judged.map(({ intent, heard }) => ({ sureness: heard.sureness, right: heard.ranked[0]?.intent === intent })),
  );

export function scopeAuroc(judged: readonly Judged[]): number {
  const scores = (wanted: boolean) => judged.filter((row) => isInside(row) === wanted).map(({ heard }) => heard.scope);
  return auroc(scores(true), scores(false));
}

/** What the bands of an engine came to; shares from 0 to 1. */
export function bandsOf(judged: readonly Judged[]) {
  const inside = judged.filter(isInside);
  const outside = judged.filter((row) => !isInside(row));
  const acted = judged.filter(({ heard }) => heard.band === "sure");
  const isRight = ({ intent, heard }: Judged): boolean => heard.ranked[0]?.intent === intent;
  const actedInside = acted.filter(isInside);
  return {
    /** Of what belongs to an intent: not rejected. */
    kept: share(inside.filter(({ heard }) => heard.band !== "rejected").length, inside.length),
    /** Of the rest: rejected. */
    refused: share(outside.filter(({ heard }) => heard.band === "rejected").length, outside.length),
    /** Of what belongs to an intent: acted upon. */
    actedOn: share(actedInside.length, inside.length),
    /** Of that: right. */
    right: share(actedInside.filter(isRight).length, actedInside.length),
    /** The same two over all messages, as on the rejection curve. */
    point: { kept: share(acted.length, judged.length), right: share(acted.filter(isRight).length, acted.length) },
  };
}

/** Share right when as much is acted upon, for comparing engines that act on different shares. */
export const atSameShare = (judged: readonly Judged[], kept: number): number | undefined =>
  rightAt(curveOf(judged), kept);

export const actedAtPrecision = (judged: readonly Judged[], right: number): number => keptAt(curveOf(judged), right);

/** Milliseconds within which that share of the texts was classified. */
export function quantile(judged: readonly Judged[], at: number): number {
  const sorted = judged.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}
