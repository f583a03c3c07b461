import { isInside, type Outcome } from "./cross-validate.ts";

/** Below `scope` a text is rejected. Its intent is acted upon from a likelihood of `sure` on; between, the customer is asked. */
export interface Thresholds {
  readonly scope: number;
  readonly sure: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = { scope: 0.2, sure: 0.4 };

/** How much more the confidence weighs than the scope. Against their product, a third fewer negatives are acted upon. */
const CONFIDENCE_WEIGHT = 4;

const logOdds = (share: number): number => Math.log((share + 1e-6) / (1 - share + 1e-6));

/** 0 to 1: how likely acting on the best intent is right. A little less of one share is made up by more of the other. */
export const likelihood = (scope: number, confidence: number): number =>
  1 / (1 + Math.exp(-logOdds(scope) - CONFIDENCE_WEIGHT * logOdds(confidence)));

/** Of the texts acted upon, at least this share must be right; negatives that slip through count as wrong. */
const WANTED_PRECISION = 0.86;
/** … and never on less than this likelihood. */
const LEAST_SURE = 0.25;
/** Of what belongs to an intent, at least this share must not be rejected. */
const WANTED_KEPT = 0.93;

/** The power to which shares are raised so that "70 % sure" is right in 70 of 100 cases (least log loss). */
export function fitTemperature(outcomes: readonly Outcome[]): number {
  const inside = outcomes.filter(isInside);
  let best = { loss: Number.POSITIVE_INFINITY, temperature: 1 };
  for (let temperature = 0.3; temperature <= 2; temperature += 0.05) {
    let loss = 0;
    for (const { sample, opinion } of tempered(inside, temperature)) {
      const truth = opinion.ranked.find((entry) => entry.label === sample.intent);
      loss -= Math.log(Math.max(1e-9, truth?.value ?? 0));
    }
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** The outcomes as a learner with this temperature would have given them. */
export function tempered(outcomes: readonly Outcome[], temperature: number): readonly Outcome[] {
  return outcomes.map(({ sample, opinion }) => {
    const raised = opinion.ranked.map(({ label, value }) => ({ label, value: value ** (1 / temperature) }));
    const sum = raised.reduce((total, { value }) => total + value, 0) || 1;
    return { sample, opinion: { ...opinion, ranked: raised.map((entry) => ({ ...entry, value: entry.value / sum })) } };
  });
}

export function chooseThresholds(outcomes: readonly Outcome[]): Thresholds {
  const inside = outcomes.filter(isInside);
  const outside = outcomes.filter((outcome) => !isInside(outcome));
  if (inside.length < 50 || outside.length < 20) return DEFAULT_THRESHOLDS;
  const scope = bestScope(inside, outside);
  return { scope, sure: leastSure(outcomes.filter(({ opinion }) => opinion.scope >= scope)) };
}

/** The cut that keeps most and rejects most, of those that keep enough. */
function bestScope(inside: readonly Outcome[], outside: readonly Outcome[]): number {
  let best = { gain: Number.NEGATIVE_INFINITY, cut: 0 };
  for (let cut = 0.01; cut < 1; cut += 0.005) {
    const kept = inside.filter(({ opinion }) => opinion.scope >= cut).length / inside.length;
    const refused = outside.filter(({ opinion }) => opinion.scope < cut).length / outside.length;
    if (kept >= WANTED_KEPT && kept + refused > best.gain) best = { gain: kept + refused, cut };
  }
  return best.cut;
}

/** The lowest likelihood from which on enough of what is acted upon is right. */
function leastSure(kept: readonly Outcome[]): number {
  const sorted = kept
    .map(({ sample, opinion }) => ({
      sure: likelihood(opinion.scope, opinion.ranked[0]?.value ?? 0),
      right: opinion.ranked[0]?.label === sample.intent,
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
