import type { CallBack } from "./case.ts";
import type { Instant } from "./day.ts";
import type { CaseId, ConversationId } from "./ids.ts";
import type { Slot } from "./slot.ts";

/** `open`: the time lies ahead. `dropped`: the case ended without it. */
export type TicketStatus = "open" | "due" | "done" | "dropped";

/** A customer's wish to be called back, as those see it who call; one for each case. The number stays in the talk. */
export interface CallBackTicket {
  readonly case: CaseId;
  readonly conversation: ConversationId;
  readonly status: TicketStatus;
  readonly slot: Slot;
  readonly language: string;
  readonly changedAt: Instant;
  /** Grows with every change. */
  readonly version: number;
}

/** What of a case the ticket goes by. */
export interface CallBackOf {
  readonly callBack?: CallBack;
  readonly status: "queued" | "claimed" | "escalated" | "closed";
  readonly closeReason?: string;
}

/** The ticket's new status and time, when a turn changed them. */
export function ticketChange(
  before: CallBackOf | undefined,
  after: CallBackOf,
): Pick<CallBackTicket, "status" | "slot"> | undefined {
  const [was, is] = [before?.callBack, after.callBack];
  if (is === undefined) return was === undefined ? undefined : { status: "done", slot: slotOf(was) };
  if (after.status === "closed") {
    return { status: after.closeReason === "answered" ? "done" : "dropped", slot: slotOf(is) };
  }
  if (was !== undefined && was.from === is.from && was.to === is.to && was.due === is.due) return undefined;
  return { status: is.due ? "due" : "open", slot: slotOf(is) };
}

const slotOf = ({ from, to }: Slot): Slot => ({ from, to });
