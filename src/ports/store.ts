import type { Activity, Agent } from "../core/activity.ts";
import type { AuditRecord } from "../core/audit.ts";
import type { CallBackTicket } from "../core/call-back-ticket.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Instant } from "../core/day.ts";
import type { CaseId, ConversationId } from "../core/ids.ts";
import type { Outcome } from "../core/outcome.ts";
import type { ReviewAct, ReviewItem, ReviewStatus, UnclearUtterance } from "../core/review.ts";
import type { Survey, SurveyChange, SurveyCount } from "../core/survey.ts";
import type { SwitchChange, Switches } from "../core/switch.ts";
import type { TimerChange } from "../core/timer.ts";
import type { Understanding } from "../core/understanding.ts";
import type { AgentPresence } from "./agent-presence.ts";
import type { Attempt, Delivery, DeskNews, NewDelivery, Settlement, Undelivered } from "./delivery.ts";
import type { DeskFault } from "./desk-fault.ts";
import type { DeskPlace } from "./desk-place.ts";
import type { StoreFigures } from "./figures.ts";
import type { Accepted, Arrival } from "./intake.ts";
import type { LogBody, LogEntry } from "./log-entry.ts";
import type { Budget } from "./reach.ts";
import type { NewSwitchChange, SwitchTurned } from "./switches.ts";

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
  /** Places of words that a person wants sent again, though they were given up and may have arrived. */
  readonly again?: readonly number[];
  readonly record: TurnRecord;
  /** What was not understood; one that is on the review list already is counted there. */
  readonly unclear?: readonly UnclearUtterance[];
  /** The case's wish to be called back, changed by this turn. */
  readonly callBack?: CallBackTicket;
  readonly surveys?: readonly SurveyChange[];
  /** Applied in order. The number of a timer that is set is `handled`. */
  readonly timers?: readonly TimerChange[];
  /** The version of the switches that the turn was decided on. When another holds by now, nothing is written. */
  readonly switches?: number;
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

/** What a process can send to one target now. */
export interface Want {
  /** `desk` or the id of a channel. */
  readonly target: string;
  readonly max: number;
  /** What all processes together may do; kept in the store. */
  readonly budget: Pick<Budget, "perSecond" | "burst">;
}

export type UndeliveredCount = Readonly<Record<Undelivered["state"], number>>;

/** `outdated`: a switch was turned meanwhile; the lease is kept, and the turn is to be decided again. */
export type CommitResult = "committed" | "fenced" | "outdated";

export interface Store {
  /** Durable when it resolves. The first arrival creates the conversation. */
  accept(arrival: Arrival): Promise<Accepted>;
  /** The next conversation with unhandled arrivals whose lease is free; undefined when there is none. */
  lease(): Promise<Lease | undefined>;
  /**
   * Commits a turn and keeps the lease. `pending` of the lease beyond `handled` stay to be handled under it. New words to the
   * customer put those back in line that are parked: they must not wait behind them for ever.
   */
  commit(lease: Lease, turn: TurnCommit): Promise<CommitResult>;
  /** Gives the conversation back, now or after a pause of `retryAfterMs` when the turn could not be committed. */
  release(lease: Lease, retryAfterMs?: number): Promise<void>;
  /** Turns up to `max` timers that are due by the store's clock into arrivals, each once; returns how many. */
  fireTimers(max: number): Promise<number>;
  /**
   * Takes due deliveries for these targets, oldest first, at most one per conversation and target, as many as the budgets of all
   * processes together allow, and marks them `sending`. News that say the same come as one. What a sender that is gone
   * had in flight comes again, with doubt.
   */
  claimDeliveries(wants: readonly Want[]): Promise<readonly Delivery[]>;
  /**
   * For a channel that nobody can push to: takes the words that wait for this customer, in order and up to `max`, and marks them
   * `sending`. The caller settles each. What it never settles becomes `unknown`.
   */
  collect(conversation: ConversationId, max: number): Promise<readonly Delivery[]>;
  /** A report on an attempt that is not the newest changes nothing, unless it says that the words have arrived. */
  settleDelivery(attempt: Attempt, result: Settlement): Promise<void>;
  /** Puts what is parked back in line; resolves to how many. */
  unpark(where: { readonly target: string } | { readonly conversation: ConversationId }): Promise<number>;
  /** Words of this conversation that have not reached the customer, in order. */
  undelivered(conversation: ConversationId): Promise<readonly Undelivered[]>;
  /** The same over all conversations, without what was said only just now. */
  countUndelivered(): Promise<UndeliveredCount>;
  /** The conversation's log after `afterSeq`, in order. Holds arrivals from the moment they are accepted. */
  entries(conversation: ConversationId, afterSeq: number): Promise<readonly LogEntry[]>;
  conversation(id: ConversationId): Promise<StoredConversation | undefined>;
  /**
   * Takes the words of the customer's message with this id of the channel out of everything that is stored; what follows from them
   * stays. A turn that is being worked on is fenced out. False when there is no such message.
   */
  erase(conversation: ConversationId, clientId: string): Promise<boolean>;
  /** Deletes all that is stored of a conversation, its cases and records included. False when there is none. */
  eraseConversation(id: ConversationId): Promise<boolean>;
  case(id: CaseId): Promise<Case | undefined>;
  /** Open cases first, oldest first; then the newest closed ones, up to `limit` in all. */
  cases(limit: number): Promise<readonly Case[]>;
  /** How the queue stands for a customer who waits since `since`, and up to `recent` cases that were taken up last. */
  queue(since: Instant, recent: number): Promise<Queue>;
  /** Wishes to be called back that nobody has met yet, the soonest first. */
  callBacks(limit: number): Promise<readonly CallBackTicket[]>;
  callBackOf(id: CaseId): Promise<CallBackTicket | undefined>;
  /** Surveys that were answered, the newest first. */
  surveys(limit: number): Promise<readonly Survey[]>;
  countSurveys(): Promise<SurveyCount>;
  /** Where a case is on the desk; undefined before anything of it was begun there. */
  placeOf(id: CaseId): Promise<DeskPlace | undefined>;
  /** The case that has, or once had, this place. */
  caseAt(place: string): Promise<CaseId | undefined>;
  /** Replaces the version before this one. False, and nothing changed, when somebody else has done so. */
  keepPlace(next: DeskPlace): Promise<boolean>;
  /** Staff look again at these cases, in this order; those that are closed by now are left alone. */
  tellDesk(cases: readonly CaseId[]): Promise<void>;
  /** Notes whether an agent takes cases now. */
  setPresence(agent: Agent, away: boolean): Promise<void>;
  /** All who have ever said it; who said it last comes first. */
  presences(): Promise<readonly AgentPresence[]>;
  /** The newest fault of the desk; undefined when there never was one. */
  deskFault(): Promise<DeskFault | undefined>;
  /** Replaces the version before this one. False, and nothing changed, when somebody else has done so. */
  keepDeskFault(next: DeskFault): Promise<boolean>;
  /** The review list: what was said last comes first, then what was said most often. */
  reviews(status: ReviewStatus, limit: number): Promise<readonly ReviewItem[]>;
  /** False when there is no such item, or somebody was faster. */
  review(id: string, act: ReviewAct): Promise<boolean>;
  /** How the switches stand now. */
  switches(): Promise<Switches>;
  /** Up to `limit` changes of switches, newest first. */
  switchLog(limit: number): Promise<readonly SwitchChange[]>;
  /**
   * Turns a switch and writes down who did so and why. From then on no turn is written that was decided before. In the same
   * step words that wait to be sent, and that nobody has tried to send, are replaced as `unsent` says.
   */
  turnSwitch(change: NewSwitchChange): Promise<SwitchTurned>;
  /** How much waits, and since when; cheap however much is stored. */
  figures(): Promise<StoreFigures>;
  /** Called after arrivals or deliveries were stored, by this process or another; returns the unsubscribe. A hint, not the truth. */
  onWork(listener: (kind: Work) => void): () => void;
  /**
   * Called when *another* process takes in words or takes up a delivery that somebody with a window open on this one should see;
   * returns the unsubscribe. A hint, not the truth.
   */
  onNews(listener: (news: StoreNews) => void): () => void;
  close(): Promise<void>;
}

/** Nobody tells of a timer: that it is due is seen by looking. */
export type Work = "arrival" | "delivery" | "timer";

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
  /** Every arrival up to this place has had its turn. */
  readonly handledSeq: number;
}

export interface Queue {
  /** Cases that nobody has, opened before. */
  readonly ahead: number;
  /** Newest first. */
  readonly taken: readonly { readonly openedAt: Instant; readonly claimedAt: Instant }[];
}
