import type { Agent, CloseReason } from "./activity.ts";
import type { Instant } from "./day.ts";
import type { CaseId, ConversationId } from "./ids.ts";
import type { PassedOn } from "./live-support.ts";
import type { Slot } from "./slot.ts";

/** Why a person is needed. */
export const HAND_OFF_REASONS = [
  "asked",
  "danger",
  "referral",
  "not-understood",
  "upset",
  "failed",
  "bot-off",
] as const;
export type HandOffReason = (typeof HAND_OFF_REASONS)[number];

/** `escalated`: live support has it, or is about to. */
export type CaseStatus = "queued" | "claimed" | "escalated" | "closed";

/** What staff owe a customer within a time; `dialogs/hand-off/clocks.yaml` says within which. */
export const DEADLINES = ["first-reply", "next-reply", "resolve"] as const;
export type Deadline = (typeof DEADLINES)[number];

/** A claim that was taken back because the agent stayed silent. */
export interface LapsedClaim {
  readonly agent: Agent;
  readonly at: Instant;
}

/** The staff's unit of work: one hand-off of one conversation. */
export interface Case {
  readonly id: CaseId;
  readonly conversation: ConversationId;
  readonly status: CaseStatus;
  readonly reason: HandOffReason;
  readonly language: string;
  readonly openedAt: Instant;
  readonly agent?: Agent;
  /** When an agent first took it up. */
  readonly claimedAt?: Instant;
  /** Since when the customer waits for a word of a person; absent while it is the customer's turn. */
  readonly waitingSince?: Instant;
  /** When an agent last wrote to the customer. */
  readonly repliedAt?: Instant;
  /** Deadlines that were missed and not made good; absent when there are none. */
  readonly breaching?: readonly Deadline[];
  /** Oldest first. */
  readonly lapsed?: readonly LapsedClaim[];
  /** The customer has not answered since; staff are told. */
  readonly customerSilentSince?: Instant;
  /** The customer has been silent for so long that closing is proposed. */
  readonly closeProposed?: boolean;
  readonly callBack?: CallBack;
  readonly support?: PassedOn;
  /** The customer was told whom to call in danger. */
  readonly danger?: true;
  readonly closedAt?: Instant;
  readonly closeReason?: CloseReason | "handed-back";
}

/** The customer asked to be called back. */
export interface CallBack extends Slot {
  /** The slot has begun. */
  readonly due: boolean;
}
