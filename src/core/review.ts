import type { Agent } from "./activity.ts";
import type { Day } from "./day.ts";
import type { Intent } from "./intent.ts";
import type { Language } from "./language.ts";
import type { RankedIntent } from "./understanding.ts";

/** `proposed`: written into `intents/` for a person to review. */
export const REVIEW_STATUSES = ["open", "labelled", "dismissed", "proposed"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** Something a customer said that was not understood, without what could tell who said it. */
export interface UnclearUtterance {
  /** The same for the same words in the same language, whoever says them. */
  readonly id: string;
  /** Redacted. */
  readonly text: string;
  readonly language: Language;
  /** What it may have meant, likeliest first. */
  readonly guesses: readonly RankedIntent[];
  /** The day in Korea on which it was said. */
  readonly day: Day;
}

/** An utterance on the list that staff go through, with what they made of it. */
export interface ReviewItem extends Omit<UnclearUtterance, "day"> {
  /** How often it was said. */
  readonly count: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly status: ReviewStatus;
  /** What it means, and who says so; absent while nobody has. */
  readonly label?: Intent;
  readonly agent?: Agent;
}

/** What is done with an item. `propose` holds only while the item still has that label. */
export type ReviewAct =
  | { readonly kind: "label"; readonly label: Intent; readonly agent: Agent }
  | { readonly kind: "dismiss"; readonly agent: Agent }
  /** Undoes a label or a dismissal. */
  | { readonly kind: "reopen" }
  | { readonly kind: "propose"; readonly label: Intent };
