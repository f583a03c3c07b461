import type { Instant } from "../core/day.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { LogEntry } from "./log-entry.ts";
import type { SupportPost, SupportTarget } from "./support-post.ts";

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
  | { readonly target: "channel"; readonly entry: number }
  | { readonly target: "desk"; readonly news: DeskNews }
  | SupportCargo;

/** Something for live support. */
export interface SupportCargo {
  readonly target: "support";
  readonly via: SupportTarget;
  readonly post: SupportPost;
}

/** A stored departure. */
export interface Delivery {
  readonly id: number;
  readonly conversation: ConversationId;
  readonly channel: string;
  /** Where the customer is, in the channel's own words, as the newest arrival said it. */
  readonly address?: string;
  /** 1 at the first. */
  readonly attempts: number;
  /** How long it has been tried, by the store's clock; 0 at the first attempt. */
  readonly triedForMs: number;
  /** Absent when no attempt before this one can have arrived. */
  readonly doubt?: Doubt;
  /** Later news that say the same and go out with these; settled together with them. */
  readonly others?: readonly Attempt[];
  readonly cargo:
    | { readonly target: "channel"; readonly entry: LogEntry }
    | { readonly target: "desk"; readonly news: DeskNews }
    | SupportCargo;
}

/** Names one attempt, so that a late report of an older one cannot be taken for it. */
export type Attempt = Pick<Delivery, "id" | "attempts" | "others">;

/** An attempt before may have arrived: its sender died, or had no answer. */
export interface Doubt {
  /** By the store's clock. */
  readonly forMs: number;
  /** A person knows of the doubt and wants it sent all the same. */
  readonly sendAnyway: boolean;
}

/**
 * How an attempt ended. `later`: certainly not there yet. `unknown`: it may or may not have arrived, so it is never repeated
 * blindly. `parked`: it cannot go now, and no waiting alone will help. `refused`: the far end will never take it.
 */
export type SendResult =
  | { readonly kind: "sent"; readonly farId?: string }
  /** `holds`: nothing else goes to this target before either, from any process. */
  | { readonly kind: "later"; readonly afterMs: number; readonly holds?: "target" }
  | { readonly kind: "unknown" }
  | { readonly kind: "parked"; readonly why: string }
  | { readonly kind: "refused"; readonly why: string };

/** What the store notes of an attempt. `in-doubt`: it may have arrived, and is handed out again later with this doubt. */
export type Settlement = SendResult | { readonly kind: "in-doubt"; readonly afterMs: number };

/** Words that have waited for less than this are on their way; nobody is told of them. */
export const SEEN_WAITING_MS = 5_000;

/** What has not reached the customer. `waiting` goes by itself, or with the customer's next message. */
export interface Undelivered {
  /** Of the entry in the log. */
  readonly seq: number;
  readonly state: "waiting" | "unknown" | "parked" | "dead";
  /** For `waiting` since it was said, else since it was given up. */
  readonly since: Instant;
  readonly why?: string;
}
