import type { FactName } from "./fact.ts";
import type { Intent } from "./intent.ts";
import type { Language, Localized } from "./language.ts";

/** A fact read from the customer's words, with the words that say it. */
export interface ReadFact {
  readonly fact: FactName;
  readonly value: string;
  readonly evidence: string;
  /** Where the evidence starts in the understanding's text. */
  readonly at: number;
  /** True when part of it was assumed (a year, the middle of a month) and must be confirmed before it counts. */
  readonly guessed: boolean;
  /** Last day of the span when only a month or a year was said; `value` is its first day. */
  readonly to?: string;
  /** True when the year was not said. */
  readonly yearGuessed?: boolean;
}

/** What a message names without stating a fact of it: told to staff, and shows whose incident a question is about. */
export type Mention =
  | {
      readonly kind: "company";
      readonly value: string;
      readonly name: Localized;
      readonly evidence: string;
      readonly at: number;
    }
  /** `value`: `relation` "mother", `year` "2012", `money` "150000 KRW", `phone` always "hidden". */
  | {
      readonly kind: "money" | "relation" | "year" | "phone";
      readonly value: string;
      /** Of a phone number every digit is written as `*`. */
      readonly evidence: string;
      readonly at: number;
    };

/** `sure`: act on it. `unsure`: ask which was meant. `rejected`: not understood. */
export type Band = "sure" | "unsure" | "rejected";

export interface RankedIntent {
  readonly intent: Intent;
  readonly confidence: number;
}

/** One question or statement of a message. */
export interface Segment {
  readonly text: string;
  /** `out_of_scope` when rejected. */
  readonly intent: Intent;
  /** Calibrated probability, 0 to 1. */
  readonly confidence: number;
  readonly band: Band;
  readonly alternatives: readonly RankedIntent[];
}

/** How a message answers the open question, when it does. */
export type Reply =
  | { readonly kind: "value"; readonly read: ReadFact }
  | { readonly kind: "intent"; readonly intent: Intent }
  /** `vague`: it answers, but no one of the values ("1961년생" where the year holds several). */
  | { readonly kind: "yes" | "no" | "unsure" | "declined" | "vague" };

/** Words by which a customer steers the talk itself. */
export type Steering = "why" | "repeat" | "start_over" | "cancel" | "go_back";

/** What we made of a customer's message. Recorded with the turn, so that a replay needs no model. */
export interface Understanding {
  readonly language: Language;
  /** Normalised text; empty when nothing but spaces, signs or emoji was sent. */
  readonly text: string;
  /** In the order said; none when the text is empty. */
  readonly segments: readonly Segment[];
  readonly facts: readonly ReadFact[];
  /** Facts of a case that is only imagined ("그럼 1월 10일에 해지하면요?"); absent when there are none. */
  readonly supposed?: readonly ReadFact[];
  /** In the order said; absent when there are none. */
  readonly mentions?: readonly Mention[];
  readonly reply?: Reply;
  readonly steering?: Steering;
  /** True for a correction of something said before ("아니 후불이에요"). */
  readonly corrects: boolean;
}
