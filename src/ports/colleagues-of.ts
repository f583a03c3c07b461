import type { Agent } from "../core/activity.ts";
import type { Case } from "../core/case.ts";
import type { AgentId } from "../core/ids.ts";
import type { AgentPresence } from "./agent-presence.ts";

/** To whom a case can be passed on: who says to be there, then who has had a case lately; nobody who is away, and never oneself. */
export function colleaguesOf(
  cases: readonly Case[],
  presences: readonly AgentPresence[],
  me: AgentId,
): readonly Agent[] {
  const away = new Set(presences.filter((one) => one.away).map(({ agent }) => agent.id));
  const known = [...presences.map(({ agent }) => agent), ...cases.flatMap(({ agent }) => agent ?? [])];
  const others = known.filter(({ id }) => id !== me && !away.has(id));
  return [...new Map(others.toReversed().map((one) => [one.id, one])).values()].toReversed();
}
