import type { Instant } from "../core/day.ts";
import type { AgentId, ConversationId } from "../core/ids.ts";
import type { Said } from "../core/message.ts";

/** Something said or noted in a conversation, as stored. `opened` has no words. */
export type LogBody =
  | { readonly kind: "opened" }
  /** `erased`: the customer took the message back, and the text is empty. */
  | {
      readonly kind: "customer";
      readonly text: string;
      readonly masked: number;
      readonly clientId?: string;
      readonly erased?: true;
    }
  | { readonly kind: "bot"; readonly said: Said }
  /** `reply`: the number under which the words waited. */
  | { readonly kind: "agent"; readonly agentName: string; readonly text: string; readonly reply?: number }
  /** Staff only; never leaves the desk. `reply`: a reply that waits, and is no more than this note unless its words follow. */
  | {
      readonly kind: "note";
      readonly agentName: string;
      readonly text: string;
      readonly agent?: AgentId;
      readonly reply?: number;
    }
  /** An act of the desk (claim, close …) or its refusal, staff only. */
  | {
      readonly kind: "desk";
      readonly event: string;
      readonly agentName?: string;
      /** To whom a case was passed on, whose claim lapsed, or for when a call back is asked. */
      readonly detail?: string;
      /** The number of the reply that was taken back. */
      readonly reply?: number;
      /** Of the opening of a case: the place of the arrival that led to it. What was said since then nobody but staff reads. */
      readonly after?: number;
    };

export interface LogEntry {
  readonly conversation: ConversationId;
  /** Place in the conversation, from 1, increasing; shared with arrivals, so an act of the desk leaves a hole. */
  readonly seq: number;
  readonly at: Instant;
  readonly body: LogBody;
}

/** What the customer may see. */
export const visibleToCustomer = (entry: Pick<LogEntry, "body">): boolean =>
  entry.body.kind === "customer" || entry.body.kind === "bot" || entry.body.kind === "agent";
