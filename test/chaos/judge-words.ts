/** Whether words came, each once and in order. */
export interface WordsVerdict {
  readonly expected: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
}

const NOTHING: WordsVerdict = { expected: 0, lost: 0, duplicated: 0, reordered: 0 };

/** `wanted` in the order in which they were said; several may stand in one of the `texts`. */
export function judgeWords(wanted: readonly string[], texts: readonly string[]): WordsVerdict {
  const all = texts.join("\n");
  let furthest = -1;
  let verdict: WordsVerdict = { ...NOTHING, expected: wanted.length };
  for (const words of wanted) {
    const at = all.indexOf(words);
    const { lost, duplicated, reordered } = verdict;
    verdict = {
      ...verdict,
      lost: lost + (at === -1 ? 1 : 0),
      duplicated: duplicated + Math.max(0, all.split(words).length - 2),
      reordered: reordered + (at !== -1 && at < furthest ? 1 : 0),
    };
    furthest = Math.max(furthest, at);
  }
  return verdict;
}

export const addWords = (verdicts: readonly WordsVerdict[]): WordsVerdict =>
  verdicts.reduce(
    (sum, one) => ({
      expected: sum.expected + one.expected,
      lost: sum.lost + one.lost,
      duplicated: sum.duplicated + one.duplicated,
      reordered: sum.reordered + one.reordered,
    }),
    NOTHING,
  );
