import type { Case } from "./case.ts";

/** Numbers of `dialogs/hand-off/card.yaml`, which says what each is for. */
export interface CardLimits {
  readonly lastMessages: number;
  readonly letters: number;
  readonly warnMinutes: number;
}

/** How a case stands to its deadlines: `late` when one has passed, `soon` shortly before. */
export type Urgency = "late" | "soon";

/** What the content says about how a desk shows cases. */
export interface DeskNumbers {
  readonly card: CardLimits;
  /** For so long a reply can be taken back; 0: not at all. */
  readonly undoSeconds: number;
  /** Undefined for a case with time left. */
  readonly urgencyOf: (one: Case) => Urgency | undefined;
}
