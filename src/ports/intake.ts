import type { Activity } from "../core/activity.ts";
import type { ConversationId } from "../core/ids.ts";

/** Something that a channel or desk has verified and parsed. */
export interface Arrival {
  readonly conversation: ConversationId;
  /** `web-chat`, `kakao` …; where answers to the customer go. */
  readonly channel: string;
  /** Where the customer is, in the channel's own words; the newest counts, and one without leaves the old one. */
  readonly address?: string;
  /** Names the arrival; the same key is taken once only. */
  readonly dedupeKey: string;
  readonly activity: Activity;
}

/** `seq` is the place in the conversation, from 1. */
export type Accepted =
  | { readonly kind: "accepted"; readonly seq: number }
  | { readonly kind: "duplicate"; readonly seq: number };

/** The one door. When it resolves, the arrival is on disk; only then may a 2xx be sent. */
export type Intake = (arrival: Arrival) => Promise<Accepted>;
