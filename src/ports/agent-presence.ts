import type { Agent } from "../core/activity.ts";
import type { Instant } from "../core/day.ts";

/** Whether a member of staff takes cases now, as they have said it last themselves. */
export interface AgentPresence {
  readonly agent: Agent;
  readonly away: boolean;
  readonly since: Instant;
}

/** True when somebody has said whether they are there, and nobody is: then a customer must not be told to wait for one. */
export const isNobodyThere = (presences: readonly AgentPresence[]): boolean =>
  presences.length > 0 && presences.every(({ away }) => away);
