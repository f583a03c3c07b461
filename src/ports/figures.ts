import type { CaseStatus } from "../core/case.ts";

/** States of a delivery that is not done. */
export const UNSENT_STATES = ["new", "sending", "unknown", "parked", "dead"] as const;
export type UnsentState = (typeof UNSENT_STATES)[number];

/** How much waits in the store, by the store's own clock. What is not named is nothing. */
export interface StoreFigures {
  /** Arrivals that no turn has handled yet. */
  readonly arrivals: Waiting;
  /** Departures that have not arrived; `to` is `desk` or the id of a channel. */
  readonly deliveries: readonly (Waiting & { readonly to: string; readonly state: UnsentState })[];
  /** Open cases only. */
  readonly cases: readonly (Waiting & { readonly status: CaseStatus })[];
}

export interface Waiting {
  readonly count: number;
  /** 0 when none waits. */
  readonly oldestSeconds: number;
}
