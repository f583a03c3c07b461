import { likelihood, type Thresholds } from "./calibrate.ts";
import { accuracy, isInside, isRight, type Outcome } from "./cross-validate.ts";

/** How a model did on texts that it had not seen, by cross-validation; shares from 0 to 1. */
export interface Quality {
  readonly top1: number;
  readonly top3: number;
  /** Of what belongs to an intent: not rejected. */
  readonly kept: number;
  /** Of the negatives: rejected. */
  readonly refused: number;
  /** Of what belongs to an intent: acted upon. */
  readonly sure: number;
  /** Of what was acted upon: right. */
  readonly sureRight: number;
  /** Of the negatives: acted upon. */
  readonly sureWrong: number;
}

export function measure(outcomes: readonly Outcome[], thresholds: Thresholds): Quality {
  const inside = outcomes.filter(isInside);
  const outside = outcomes.filter((outcome) => !isInside(outcome));
  const isKept = ({ opinion }: Outcome) => opinion.scope >= thresholds.scope;
  const isSure = ({ opinion }: Outcome) =>
    opinion.scope >= thresholds.scope &&
    likelihood(opinion.scope, opinion.ranked[0]?.value ?? 0, thresholds) >= thresholds.sure;
  const acted = inside.filter(isSure);
  return {
    top1: accuracy(outcomes, 1),
    top3: accuracy(outcomes, 3),
    kept: share(inside.filter(isKept).length, inside.length),
    refused: share(outside.filter((outcome) => !isKept(outcome)).length, outside.length),
    sure: share(acted.length, inside.length),
    sureRight: share(acted.filter(isRight).length, acted.length),
    sureWrong: share(outside.filter(isSure).length, outside.length),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
