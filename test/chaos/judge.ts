/** One conversation as its far end kept it: questions by number, in the order in which they were accepted. */
export interface Talk {
  readonly accepted: readonly number[];
  /** Questions that the replies answer, in the order in which they came; undefined for words that answer none. */
  readonly answered: readonly (number | undefined)[];
}

export interface Verdict {
  readonly accepted: number;
  /** Accepted messages that have an answer. */
  readonly delivered: number;
  readonly lost: number;
  /** Answers beyond the first to a message. */
  readonly duplicated: number;
  /** Answers that came before the answer to an earlier message. */
  readonly reordered: number;
  /** Words that answer nothing that was asked. */
  readonly strange: number;
}

const NOTHING: Verdict = { accepted: 0, delivered: 0, lost: 0, duplicated: 0, reordered: 0, strange: 0 };

/** Judges one conversation; its questions must differ from each other. */
export function judge({ accepted, answered }: Talk): Verdict {
  const places = new Map(accepted.map((question, place) => [question, place]));
  const seen = new Set<number>();
  let verdict: Verdict = { ...NOTHING, accepted: accepted.length };
  let furthest = -1;
  for (const question of answered) {
    const place = question === undefined ? undefined : places.get(question);
    if (place === undefined) verdict = { ...verdict, strange: verdict.strange + 1 };
    else if (seen.has(place)) verdict = { ...verdict, duplicated: verdict.duplicated + 1 };
    else {
      if (place < furthest) verdict = { ...verdict, reordered: verdict.reordered + 1 };
      furthest = Math.max(furthest, place);
      seen.add(place);
    }
  }
  return { ...verdict, delivered: seen.size, lost: accepted.length - seen.size };
}

export const addUp = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce(
    (sum, one) => ({
      accepted: sum.accepted + one.accepted,
      delivered: sum.delivered + one.delivered,
      lost: sum.lost + one.lost,
      duplicated: sum.duplicated + one.duplicated,
      reordered: sum.reordered + one.reordered,
      strange: sum.strange + one.strange,
    }),
    NOTHING,
  );
