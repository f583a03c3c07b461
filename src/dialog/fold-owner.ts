import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";
import type { CaseId } from "../core/ids.ts";
import type { Slot } from "../core/slot.ts";

type OwnerEffect = Extract<
  Effect,
  {
    kind:
      | "claim"
      | "release"
      | "transfer"
      | "take-over"
      | "lapse-claim"
      | "hand-back"
      | "close"
      | "re-open"
      | "escalate"
      | "support-returned"
      | "support-completed";
  }
>;

/** Who speaks to the customer after an act that changes it. */
export function foldOwner(state: ConversationState, effect: OwnerEffect, caseId: CaseId): ConversationState {
  switch (effect.kind) {
    case "claim":
    case "take-over":
      return { ...state, owner: { kind: "agent", case: caseId, agent: effect.agent.id } };
    case "transfer":
      return { ...state, owner: { kind: "agent", case: caseId, agent: effect.to.id } };
    case "escalate":
      return { ...withSlots(state, []), owner: { kind: "support", case: caseId } };
    case "release":
    case "lapse-claim":
    case "support-returned":
      return { ...state, owner: { kind: "queued", case: caseId } };
    case "hand-back":
    case "close":
    case "support-completed":
      return withBot(state);
    case "re-open":
      return {
        ...withBot(state),
        owner: { kind: "agent", case: effect.case.id, agent: effect.agent.id },
      };
  }
}

function withBot(state: ConversationState): ConversationState {
  const { open: _, lapsed: __, toldClosedUntil: ___, closed: ____, toldUnread: _____, ...rest } = withSlots(state, []);
  return { ...rest, agenda: [], owner: { kind: "bot" } };
}

export function withSlots(state: ConversationState, slots: readonly Slot[]): ConversationState {
  const { slots: _, ...rest } = state;
  return slots.length === 0 ? rest : { ...rest, slots };
}
