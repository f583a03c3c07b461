import type { AgentId, CaseId } from "./ids.ts";
import type { Language } from "./language.ts";

/** What a member of staff does with a case. */
export type DeskAct =
  | { readonly kind: "claim" }
  | { readonly kind: "release" }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "reply"; readonly text: string }
  /** What has not reached the customer once more; `seq` is the place of the words. It may reach them twice. */
  | { readonly kind: "send-again"; readonly seq: number }
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
  | { readonly kind: "opened"; readonly language: Language }
  | {
      readonly kind: "said";
      readonly text: string;
      /** Language of the page or account; the words themselves weigh more. */
      readonly language?: Language;
      /** How many resident or card numbers were masked before storing. */
      readonly masked: number;
      /** The channel's own id of the message, echoed back so that the client recognises it. */
      readonly clientId?: string;
    }
  /** `case`: the one that the agent looked at; acts on a case that is over change nothing. */
  | { readonly kind: "desk"; readonly agent: Agent; readonly act: DeskAct; readonly case?: CaseId };
