import type { ConversationState } from "../core/conversation.ts";
import { type Instant, localOf, minutesOf } from "../core/day.ts";
import type { Effect } from "../core/effect.ts";
import { text } from "../core/message.ts";
import { fold } from "../dialog/fold.ts";

export interface ReOpened {
  readonly state: ConversationState;
  readonly effects: readonly Effect[];
}

/**
 * A case that was closed for want of an answer goes back to the agent who closed it, when the customer writes soon enough. Of all
 * other closed cases the bot answers first, as it told the customer.
 */
export function reOpened(state: ConversationState, now: Instant, withinMinutes: number): ReOpened | undefined {
  const { closed } = state;
  if (closed?.agent === undefined || closed.closedAt === undefined) return undefined;
  const minutes = minutesOf(localOf(now)) - minutesOf(localOf(closed.closedAt));
  if (minutes > withinMinutes) return undefined;
  const effects: readonly Effect[] = [
    { kind: "re-open", case: closed, agent: closed.agent },
    { kind: "say", message: text("hand-off.re-opened", { agent: closed.agent.name }) },
  ];
  return { state: fold(state, effects, closed.id), effects };
}
