import type { AgentId, CaseId } from "./ids.ts";
import type { Language } from "./language.ts";
import type { SupportStatus } from "./support-status.ts";
import type { TimerName } from "./timer.ts";

/** What a member of staff does with a case. */
export type DeskAct =
  | { readonly kind: "claim" }
  | { readonly kind: "release" }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "reply"; readonly text: string }
  /** A reply that has not left yet stays here; `reply` is the place of the act that wrote it. */
  | { readonly kind: "take-back"; readonly reply: number }
  /** What has not reached the customer once more; `seq` is the place of the words. It may reach them twice. */
  | { readonly kind: "send-again"; readonly seq: number }
  /** To another agent; back to the queue is `release`. */
  | { readonly kind: "transfer"; readonly to: Agent }
  /** By a lead, whoever has it. */
  | { readonly kind: "take-over" }
  /** The case that was closed last, by who had it or a lead. */
  | { readonly kind: "re-open" }
  /** To live support. */
  | { readonly kind: "escalate" }
  | { readonly kind: "hand-back" }
  | { readonly kind: "close"; readonly reason: CloseReason };

export const CLOSE_REASONS = ["answered", "referred", "no-answer", "other"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export interface Agent {
  readonly id: AgentId;
  readonly name: string;
}

/** Anything that arrives in a conversation, from the customer or from the desk. */
export type Activity =
  /** `minor`: the channel says that the customer is under 14, so that a guardian has to be there. */
  | { readonly kind: "opened"; readonly language: Language; readonly minor?: true }
  | {
      readonly kind: "said";
      readonly text: string;
      /** Language of the page or account; the words themselves weigh more. */
      readonly language?: Language;
      /** How many resident or card numbers were masked before storing. */
      readonly masked: number;
      /** The channel's own id of the message, echoed back so that the client recognises it. */
      readonly clientId?: string;
      /** The customer took the message back: the words are gone, and nothing is answered. */
      readonly erased?: true;
    }
  /** `case`: the one that the agent looked at; acts on a case that is over change nothing. `lead`: the desk has checked that. */
  | {
      readonly kind: "desk";
      readonly agent: Agent;
      readonly act: DeskAct;
      readonly case?: CaseId;
      readonly lead?: boolean;
    }
  /** Live support says how it stands with a case that was passed on to it; `support` names the passing on. */
  | {
      readonly kind: "support";
      readonly support: string;
      readonly status: SupportStatus;
      readonly message?: string;
    }
  /** A timer ran out. One that was set anew or cancelled since has another number, and changes nothing. */
  | { readonly kind: "due"; readonly timer: TimerName; readonly number: number };
