import type { Case } from "../core/case.ts";
import type { Instant } from "../core/day.ts";
import type { SupportEffect } from "../core/effect.ts";
import { isPassedOn, type SupportState } from "../core/live-support.ts";

/** The case after live support was asked or has said something. Its id is given where the turn is written. */
export function changeSupport(before: Case, effect: SupportEffect, now: Instant): Case {
  switch (effect.kind) {
    case "escalate":
      return escalated(before, effect, now);
    case "support-accepted":
      return inState(before, "accepted", now);
    case "support-returned":
      return { ...inState(before, effect.why, now), status: "queued", waitingSince: before.waitingSince ?? now };
    case "support-completed":
      return { ...inState(before, "completed", now), status: "closed", closedAt: now, closeReason: "referred" };
  }
}

function escalated(before: Case, { agent: by }: { readonly agent?: Case["agent"] }, now: Instant): Case {
  const { agent: _, ...rest } = before;
  return { ...rest, status: "escalated", support: { id: "", state: "sent", since: now, ...(by && { agent: by }) } };
}

/** Somebody of the desk takes the case back. */
export const withdrawn = (before: Case, now: Instant): Case =>
  isPassedOn(before.support) ? inState(before, "withdrawn", now) : before;

const inState = (before: Case, state: SupportState, since: Instant): Case =>
  before.support === undefined ? before : { ...before, support: { ...before.support, state, since } };
