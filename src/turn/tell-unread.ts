import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import { text } from "../core/message.ts";

/** While staff cannot see what is passed on to them, the customer is told so with the answer to their next words, once a case. */
export function tellUnread(decision: Decision, state: ConversationState): Decision {
  const has = (kind: string): boolean => decision.effects.some((effect) => effect.kind === kind);
  const toStaff = (has("relay") && state.owner.kind !== "support") || has("hand-off");
  if (!toStaff || has("escalate") || state.toldUnread === true) return decision;
  return {
    ...decision,
    effects: [...decision.effects, { kind: "say", message: text("hand-off.unread") }, { kind: "told-unread" }],
  };
}
