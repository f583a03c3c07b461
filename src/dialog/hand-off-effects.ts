import type { HandOffReason } from "../core/case.ts";
import type { Effect } from "../core/effect.ts";
import { slotButton, text } from "../core/message.ts";
import type { DeskHours, Knowledge } from "./knowledge.ts";

/** Opens a case and tells the customer what happens now, or from when on when the desk is closed. */
export function handOffEffects(reason: HandOffReason, { desk }: Knowledge): readonly Effect[] {
  const told: readonly Effect[] = desk.open
    ? [{ kind: "say", message: text("hand-off.queued", { queue: { kind: "queue" }, hours: { kind: "hours" } }) }]
    : closedEffects("hand-off.closed", desk);
  return [...told, { kind: "hand-off", reason }];
}

/** Says that nobody is there, until when, and which times can be chosen for a call back. */
export const closedEffects = (key: string, { opens, slots }: DeskHours): readonly Effect[] => [
  {
    kind: "say",
    message: text(key, { hours: { kind: "hours" }, opens: { kind: "time", time: opens } }, slots.map(slotButton)),
  },
  { kind: "offer-slots", slots },
  { kind: "told-closed", until: opens },
];
