import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { slotButton, text } from "../core/message.ts";
import type { Slot } from "../core/slot.ts";
import { tellQueue } from "./tell-queue.ts";

/** While the desk is open but all agents are away: no estimate, and times for a call back at once. */
export function tellNobody(decision: Decision, ahead: number, slots: readonly Slot[]): Decision {
  const told = tellQueue(decision, { kind: "queue", ahead, nobody: true });
  return { ...told, effects: told.effects.flatMap((effect) => withoutPromise(effect, slots)) };
}

function withoutPromise(effect: Effect, slots: readonly Slot[]): readonly Effect[] {
  if (effect.kind !== "say" || effect.message.kind !== "text" || effect.message.key !== "hand-off.queued")
    return [effect];
  const { params } = effect.message;
  return [
    { kind: "say", message: text("hand-off.nobody", params, slots.map(slotButton)) },
    { kind: "offer-slots", slots },
  ];
}
