import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { TimerChange } from "../core/timer.ts";
import { planTimers } from "../handoff/plan-timers.ts";
import type { PushOf, Turn, TurnWith } from "./turn-with.ts";

/** The changes of timers that a turn makes; the one that it handles is over. */
export function timersOf(
  { lease, arrival, state: before }: Turn,
  decision: Decision,
  after: ConversationState,
  { content, clock, pushOf = freely }: TurnWith,
): readonly TimerChange[] {
  const planned = planTimers(decision.effects, {
    before,
    after,
    at: clock.local(),
    now: clock.now(),
    plan: content.hours.plan,
    clocks: content.clocks,
    push: pushOf(lease.channel),
  });
  return [...over(arrival.activity, before), ...planned];
}

const freely: PushOf = () => "free";

function over(activity: Turn["arrival"]["activity"], { timers }: ConversationState): readonly TimerChange[] {
  if (activity.kind !== "due" || timers?.[activity.timer] !== activity.number) return [];
  return [{ kind: "cancel", timer: activity.timer }];
}
