/** One message: how sure the engine is (0: it would never act), and whether acting would be right. */
export interface Candidate {
  readonly sureness: number;
  readonly right: boolean;
}

export interface CurvePoint {
  /** Share of all messages that are acted upon. */
  readonly kept: number;
  /** Of these, the share that is right. */
  readonly right: number;
}

/** For each place where one could draw the line, from the surest message on: how much is acted upon, and how much of it is right. */
export function rejectionCurve(candidates: readonly Candidate[]): readonly CurvePoint[] {
  const sorted = candidates.filter(({ sureness }) => sureness > 0).sort((a, b) => b.sureness - a.sureness);
  const points: CurvePoint[] = [];
  let right = 0;
  sorted.forEach((candidate, at) => {
    right += candidate.right ? 1 : 0;
    // Between equals no line can be drawn.
    if (sorted[at + 1]?.sureness === candidate.sureness) return;
    points.push({ kept: (at + 1) / candidates.length, right: right / (at + 1) });
  });
  return points;
}

/** Share right when at least this share is acted upon; undefined when the engine never acts upon so much. */
export const rightAt = (curve: readonly CurvePoint[], kept: number): number | undefined =>
  curve.find((point) => point.kept >= kept)?.right;

/** Most that can be acted upon with at least this share right. */
export const keptAt = (curve: readonly CurvePoint[], right: number): number =>
  Math.max(0, ...curve.filter((point) => point.right >= right).map(({ kept }) => kept));
