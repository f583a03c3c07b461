import type { Decision } from "../core/decision.ts";
import type { Understanding } from "../core/understanding.ts";

/** What a turn wants done, and what it made of the customer's words. */
export interface DecidedTurn {
  readonly decision: Decision;
  readonly understanding?: Understanding;
}
