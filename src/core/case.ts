import type { Agent, CloseReason } from "./activity.ts";
import type { Instant } from "./day.ts";
import type { CaseId, ConversationId } from "./ids.ts";

/** Why a person is needed. */
export const HAND_OFF_REASONS = ["asked", "danger", "referral", "not-understood", "upset", "failed"] as const;
export type HandOffReason = (typeof HAND_OFF_REASONS)[number];

export type CaseStatus = "queued" | "claimed" | "closed";

/** The staff's unit of work: one hand-off of one conversation. */
export interface Case {
  readonly id: CaseId;
  readonly conversation: ConversationId;
  readonly status: CaseStatus;
  readonly reason: HandOffReason;
  readonly language: string;
  readonly openedAt: Instant;
  readonly agent?: Agent;
  readonly closedAt?: Instant;
  readonly closeReason?: CloseReason | "handed-back";
}
