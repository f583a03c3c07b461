import type { CaseId, ConversationId } from "../core/ids.ts";
import type { LogEntry } from "./log-entry.ts";

/** News for the desk: refetch the case, or tell one agent that an act was refused. */
export type DeskNews =
  | { readonly kind: "case-changed"; readonly case: CaseId }
  | {
      readonly kind: "refused";
      readonly case: CaseId;
      readonly agent: string;
      readonly why: string;
      readonly holder?: string;
    };

export type NewDelivery =
  /** `entry` is an index into the log of the same commit. */
  { readonly target: "channel"; readonly entry: number } | { readonly target: "desk"; readonly news: DeskNews };

/** A stored departure. */
export interface Delivery {
  readonly id: number;
  readonly conversation: ConversationId;
  readonly channel: string;
  /** Where the customer is, in the channel's own words, as the newest arrival said it. */
  readonly address?: string;
  /** 1 at the first. */
  readonly attempts: number;
  readonly cargo:
    | { readonly target: "channel"; readonly entry: LogEntry }
    | { readonly target: "desk"; readonly news: DeskNews };
}

/**
 * How an attempt ended. `later`: certainly not there yet. `unknown`: it may or may not have arrived, so it is never repeated
 * blindly. `parked`: it cannot go now, and no waiting alone will help. `refused`: the far end will never take it.
 */
export type SendResult =
  | { readonly kind: "sent"; readonly farId?: string }
  | { readonly kind: "later"; readonly afterMs: number }
  | { readonly kind: "unknown" }
  | { readonly kind: "parked"; readonly why: string }
  | { readonly kind: "refused"; readonly why: string };
