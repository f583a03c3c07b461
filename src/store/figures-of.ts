import type { CaseStatus } from "../core/case.ts";
import type { DeliveryTarget, StoreFigures, UnsentState } from "../ports/figures.ts";
import { numberOf } from "./row.ts";

/** Rows as both databases give them; a name that this program does not know stays as it is and is left out by the reader. */
export interface FigureRows {
  /** `count`, `oldest` in seconds. */
  readonly arrivals: object;
  /** `target`, `state`, `count`. */
  readonly deliveries: readonly object[];
  /** `oldest` in seconds. */
  readonly oldestDelivery: object;
  /** `status`, `count`, `oldest` in seconds. */
  readonly cases: readonly object[];
}

const secondsOf = (row: object): number => Math.max(0, numberOf(row, "oldest"));

export const figuresOf = ({ arrivals, deliveries, oldestDelivery, cases }: FigureRows): StoreFigures => ({
  arrivals: { count: numberOf(arrivals, "count"), oldestSeconds: secondsOf(arrivals) },
  deliveries: deliveries.map((row) => ({
    target: wordOf<DeliveryTarget>(row, "target"),
    state: wordOf<UnsentState>(row, "state"),
    count: numberOf(row, "count"),
  })),
  oldestDeliverySeconds: secondsOf(oldestDelivery),
  cases: cases.map((row) => ({
    status: wordOf<CaseStatus>(row, "status"),
    count: numberOf(row, "count"),
    oldestSeconds: secondsOf(row),
  })),
});

/** What the store itself wrote, held to its list by the schema. */
function wordOf<Word extends string>(row: object, column: string): Word {
  const word: Word = Reflect.get(row, column);
  return word;
}
