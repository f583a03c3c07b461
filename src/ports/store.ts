import type { Activity } from "../core/activity.ts";
import type { AuditRecord } from "../core/audit.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { Outcome } from "../core/outcome.ts";
import type { ReviewAct, ReviewItem, ReviewStatus, UnclearUtterance } from "../core/review.ts";
import type { Understanding } from "../core/understanding.ts";
import type { Delivery, DeskNews, NewDelivery, SendResult } from "./delivery.ts";
import type { DeskPlace } from "./desk-place.ts";
import type { Accepted, Arrival } from "./intake.ts";
import type { LogBody, LogEntry } from "./log-entry.ts";

/** An accepted arrival that waits for its turn. */
export interface PendingArrival {
  readonly seq: number;
  readonly at: Instant;
  readonly activity: Activity;
}

/** The right to work on one conversation until it expires; a late holder is fenced out at commit. */
export interface Lease {
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly fence: number;
  /** Undefined before the first turn. */
  readonly state?: ConversationState;
  /** Unhandled arrivals in order; at least one. */
  readonly pending: readonly PendingArrival[];
  /** The open case, if there is one. */
  readonly case?: Case;
}

/** Everything that one turn changes; written in one transaction or not at all. */
export interface TurnCommit {
  /** The arrival that this turn handled. */
  readonly handled: number;
  readonly state: ConversationState;
  /** Appended in order after what is there. */
  readonly log: readonly LogBody[];
  readonly case?: Case;
  /** `entry` is an index into `log`, or absent for news without words. */
  readonly deliveries: readonly NewDelivery[];
  readonly record: TurnRecord;
  /** What was not understood; one that is on the review list already is counted there. */
  readonly unclear?: readonly UnclearUtterance[];
}

/** What was understood and decided, for replay and for "who was told what". */
export interface TurnRecord {
  readonly outcome: Outcome;
  readonly contentHash: string;
  readonly understanding?: Understanding;
  /** Answer ids, fact keys and rule ids behind what was said. */
  readonly basis: readonly string[];
  /** One for each benefit that was decided. */
  readonly audit?: readonly AuditRecord[];
}

export type CommitResult = "committed" | "fenced";

export interface Store {
  /** Durable when it resolves. The first arrival creates the conversation. */
  accept(arrival: Arrival): Promise<Accepted>;
  /** The next conversation with unhandled arrivals whose lease is free; undefined when there is none. */
  lease(): Promise<Lease | undefined>;
  /** Commits a turn and keeps the lease. `pending` of the lease beyond `handled` stay to be handled under it. */
  commit(lease: Lease, turn: TurnCommit): Promise<CommitResult>;
  /** Gives the conversation back, now or after a pause of `retryAfterMs` when the turn could not be committed. */
  release(lease: Lease, retryAfterMs?: number): Promise<void>;
  /** Takes up to `max` due deliveries, oldest first, at most one per conversation and target, and marks them `sending`. */
  claimDeliveries(max: number): Promise<readonly Delivery[]>;
  settleDelivery(id: number, result: SendResult): Promise<void>;
  /** The conversation's log after `afterSeq`, in order. Holds arrivals from the moment they are accepted. */
  entries(conversation: ConversationId, afterSeq: number): Promise<readonly LogEntry[]>;
  conversation(id: ConversationId): Promise<StoredConversation | undefined>;
  case(id: CaseId): Promise<Case | undefined>;
  /** Open cases first, oldest first; then the newest closed ones, up to `limit` in all. */
  cases(limit: number): Promise<readonly Case[]>;
  /** Where a case is on the desk; undefined before anything of it was begun there. */
  placeOf(id: CaseId): Promise<DeskPlace | undefined>;
  /** The case that has, or once had, this place. */
  caseAt(place: string): Promise<CaseId | undefined>;
  /** Replaces the version before this one. False, and nothing changed, when somebody else has done so. */
  keepPlace(next: DeskPlace): Promise<boolean>;
  /** The review list: what was said last comes first, then what was said most often. */
  reviews(status: ReviewStatus, limit: number): Promise<readonly ReviewItem[]>;
  /** False when there is no such item, or somebody was faster. */
  review(id: string, act: ReviewAct): Promise<boolean>;
  /** Called after arrivals or deliveries were stored, by this process or another; returns the unsubscribe. A hint, not the truth. */
  onWork(listener: (kind: Work) => void): () => void;
  /**
   * Called when *another* process takes in words or takes up a delivery that somebody with a window open on this one should see;
   * returns the unsubscribe. A hint, not the truth.
   */
  onNews(listener: (news: StoreNews) => void): () => void;
  close(): Promise<void>;
}

export type Work = "arrival" | "delivery";

/** What there is to see. `missed`: anything may have happened, look again everywhere. */
export type StoreNews =
  | { readonly kind: "entries"; readonly conversation: ConversationId }
  | { readonly kind: "desk"; readonly news: DeskNews }
  | { readonly kind: "missed" };

export interface StoredConversation {
  readonly id: ConversationId;
  readonly channel: string;
  /** As the newest arrival with one gave it. */
  readonly address?: string;
  readonly state?: ConversationState;
  readonly lastSeq: number;
}
