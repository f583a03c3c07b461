import { isInside, isRight, type Outcome } from "./cross-validate.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { type Calibration, scopeOf, UNCALIBRATED } from "./gated-learner.ts";

/** Below `scope` a text is rejected. Its intent is acted upon from a likelihood of `sure` on; between, the customer is asked. */
export interface Thresholds {
  readonly scope: number;
  readonly sure: number;
  /** Log-odds of being right: a constant, and the weights of the log-odds of scope and of confidence. */
  readonly odds: readonly [constant: number, scope: number, confidence: number];
}

export const DEFAULT_THRESHOLDS: Thresholds = { scope: 0.05, sure: 0.5, odds: [0, 0, 1] };

/** Shares nearer to 0 or 1 than this are no surer. */
const NEARLY = 0.01;

const logOdds = (share: number): number => Math.log((share + NEARLY) / (1 - share + NEARLY));

/** 0 to 1: how likely acting on the best intent is right. A little less of one share is made up by more of the other. */
export const likelihood = (scope: number, confidence: number, { odds }: Thresholds): number =>
  1 / (1 + Math.exp(-odds[0] - odds[1] * logOdds(scope) - odds[2] * logOdds(confidence)));

/** Of the texts acted upon, at least this share must be right; negatives that slip through count as wrong. */
const WANTED_PRECISION = 0.9;
/** … and never on less than this likelihood. */
const LEAST_SURE = 0.4;
/** Of what belongs to an intent, at least this share must not be rejected. */
const WANTED_KEPT = 0.95;

const enoughToChoose = (inside: readonly Outcome[], outside: readonly Outcome[]): boolean =>
  inside.length >= 50 && outside.length >= 20;

/** Temperature and scope that fit what models made of texts that they had not seen. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  const inside = outcomes.filter(isInside);
  const outside = outcomes.filter((outcome) => !isInside(outcome));
  const temperature = fitTemperature(inside);
  if (!enoughToChoose(inside, outside)) return { ...UNCALIBRATED, temperature };
  const [constant, gate, salience] = fitLogistic(
    outcomes.map(({ opinion }) => opinion.signs),
    outcomes.map(isInside),
  );
  return { temperature, scope: [constant, gate, salience] };
}

/** The temperature at which "70 % sure" is right in 70 of 100 cases (least log loss). */
function fitTemperature(inside: readonly Outcome[]): number {
  let best = { loss: Number.POSITIVE_INFINITY, temperature: 1 };
  for (let temperature = 0.3; temperature <= 4; temperature *= 1.1) {
    let loss = 0;
    for (const { sample, opinion } of inside) {
      let sum = 0;
      let truth = 0;
      for (const { label, value } of opinion.ranked) {
        const raised = value ** (1 / temperature);
        sum += raised;
        if (label === sample.intent) truth = raised;
      }
      loss -= Math.log(Math.max(1e-9, truth / (sum || 1)));
    }
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** The outcomes as a learner with this calibration would have given them. */
export function calibrated(outcomes: readonly Outcome[], calibration: Calibration): readonly Outcome[] {
  const hasGate = outcomes.some((outcome) => !isInside(outcome));
  return outcomes.map(({ sample, opinion }) => {
    const raised = opinion.ranked.map(({ label, value }) => ({ label, value: value ** (1 / calibration.temperature) }));
    const sum = raised.reduce((total, { value }) => total + value, 0) || 1;
    const ranked = raised.map((entry) => ({ ...entry, value: entry.value / sum }));
    const scope = hasGate ? scopeOf(opinion.signs, calibration) : opinion.scope;
    return { sample, opinion: { ...opinion, ranked, scope } };
  });
}

export function chooseThresholds(outcomes: readonly Outcome[]): Thresholds {
  const inside = outcomes.filter(isInside);
  const outside = outcomes.filter((outcome) => !isInside(outcome));
  if (!enoughToChoose(inside, outside)) return DEFAULT_THRESHOLDS;
  const scope = bestScope(inside, outside);
  const kept = outcomes.filter(({ opinion }) => opinion.scope >= scope);
  const odds = fitLogistic(
    outcomes.map(({ opinion }) => [logOdds(opinion.scope), logOdds(opinion.ranked[0]?.value ?? 0)] as const),
    outcomes.map(isRight),
  );
  const judged = { scope, sure: 0, odds };
  return { ...judged, sure: leastSure(kept, judged) };
}

/** The cut that keeps most and rejects most, of those that keep enough. */
function bestScope(inside: readonly Outcome[], outside: readonly Outcome[]): number {
  let best = { gain: Number.NEGATIVE_INFINITY, cut: 0 };
  for (let cut = 0.005; cut < 1; cut += 0.005) {
    const kept = inside.filter(({ opinion }) => opinion.scope >= cut).length / inside.length;
    const refused = outside.filter(({ opinion }) => opinion.scope < cut).length / outside.length;
    if (kept >= WANTED_KEPT && kept + refused > best.gain) best = { gain: kept + refused, cut };
  }
  return best.cut;
}

/** The lowest likelihood from which on enough of what is acted upon is right. */
function leastSure(kept: readonly Outcome[], thresholds: Thresholds): number {
  const sorted = kept
    .map((outcome) => ({
      sure: likelihood(outcome.opinion.scope, outcome.opinion.ranked[0]?.value ?? 0, thresholds),
      right: isRight(outcome),
    }))
    .sort((a, b) => b.sure - a.sure);
  let right = 0;
  let cut = 1;
  sorted.forEach((entry, at) => {
    right += entry.right ? 1 : 0;
    if (right / (at + 1) >= WANTED_PRECISION) cut = Math.min(cut, entry.sure);
  });
  return Math.max(cut, LEAST_SURE);
}
