import type { CaseStatus } from "../core/case.ts";

/** States of a delivery that is not done. */
export const UNSENT_STATES = ["new", "sending", "unknown", "parked", "dead"] as const;
export type UnsentState = (typeof UNSENT_STATES)[number];

export const DELIVERY_TARGETS = ["channel", "desk"] as const;
export type DeliveryTarget = (typeof DELIVERY_TARGETS)[number];

/** How much waits in the store, by the store's own clock. Counts that are not named are 0. */
export interface StoreFigures {
  /** Arrivals that no turn has handled yet. */
  readonly arrivals: Waiting;
  readonly deliveries: readonly {
    readonly target: DeliveryTarget;
    readonly state: UnsentState;
    readonly count: number;
  }[];
  /** Age of the oldest departure that waits to be sent; 0 when none does. */
  readonly oldestDeliverySeconds: number;
  /** Open cases only. */
  readonly cases: readonly { readonly status: CaseStatus; readonly count: number; readonly oldestSeconds: number }[];
}

export interface Waiting {
  readonly count: number;
  /** 0 when none waits. */
  readonly oldestSeconds: number;
}
