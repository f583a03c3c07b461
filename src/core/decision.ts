import type { Effect } from "./effect.ts";
import type { Outcome } from "./outcome.ts";

/** What a turn wants done, as data; nothing has happened yet. */
export interface Decision {
  readonly outcome: Outcome;
  readonly effects: readonly Effect[];
}
