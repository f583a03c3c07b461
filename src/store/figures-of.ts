import type { CaseStatus } from "../core/case.ts";
import type { StoreFigures, UnsentState, Waiting } from "../ports/figures.ts";
import { numberOf, textOf } from "./row.ts";

/** Rows with `count`, and `oldest` in seconds. */
export interface FigureRows {
  readonly arrivals: object;
  /** With `via`, `state`. */
  readonly deliveries: readonly object[];
  /** With `status`. */
  readonly cases: readonly object[];
}

export const figuresOf = ({ arrivals, deliveries, cases }: FigureRows): StoreFigures => ({
  arrivals: waitingOf(arrivals),
  deliveries: deliveries.map((row) => ({
    ...waitingOf(row),
    to: textOf(row, "via"),
    state: wordOf<UnsentState>(row, "state"),
  })),
  cases: cases.map((row) => ({ ...waitingOf(row), status: wordOf<CaseStatus>(row, "status") })),
});

const waitingOf = (row: object): Waiting => ({
  count: numberOf(row, "count"),
  oldestSeconds: Math.max(0, numberOf(row, "oldest")),
});

/** What the store itself wrote, held to its list by the schema. */
function wordOf<Word extends string>(row: object, column: string): Word {
  const word: Word = Reflect.get(row, column);
  return word;
}
