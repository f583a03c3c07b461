import type { Activity } from "../core/activity.ts";
import type { Case } from "../core/case.ts";
import type { ConversationState } from "../core/conversation.ts";
import { type Instant, type LocalTime, localOf, minutesOf } from "../core/day.ts";
import type { Effect } from "../core/effect.ts";
import { slotButton, text } from "../core/message.ts";
import type { Slot } from "../core/slot.ts";
import { DANGER_FROM, dangerOf } from "../dialog/danger-of.ts";
import { closedEffects } from "../dialog/hand-off-effects.ts";
import type { DeskHours } from "../dialog/knowledge.ts";
import type { Understand, UnderstandingContext } from "../ports/understand.ts";
import { withoutMarks } from "../privacy/mask-identifiers.ts";
import { topicOf } from "./before-words.ts";
import { chosenSlot, type SlotLabel } from "./chosen-slot.ts";
import type { DecidedTurn } from "./decided-turn.ts";

export interface RelayWith {
  readonly understand: Understand;
  readonly context: UnderstandingContext;
  readonly now: Instant;
  readonly at: LocalTime;
  readonly desk: DeskHours;
  readonly case?: Case;
  readonly slotLabel: SlotLabel;
  /** An agent who wrote so recently is there, whatever the hours say. */
  readonly presentMinutes: number;
}

/**
 * What a customer writes who waits for a person or has one: the bot is silent. It only answers the choice of a time, and says what
 * protects: that a number was hidden, whom to call in danger, that nobody is there now.
 */
export function decideRelay(
  state: ConversationState,
  activity: Extract<Activity, { kind: "said" }>,
  use: RelayWith,
): DecidedTurn {
  const waits = state.owner.kind !== "agent";
  const read = waits ? use.understand(withoutMarks(activity.text), use.context) : undefined;
  const inDanger = read !== undefined && dangerOf(read) >= DANGER_FROM;
  const chosen = chosenSlot(activity.text, state.slots ?? [], use.slotLabel);
  const effects: readonly Effect[] = [
    { kind: "relay", text: activity.text },
    ...(read === undefined ? [] : topicOf(read)),
    ...(activity.masked > 0 ? [{ kind: "say", message: text("repair.masked") } as const] : []),
    ...(inDanger ? [{ kind: "say", message: text("hand-off.danger") } as const] : []),
    ...(chosen === undefined ? awayEffects(state, use) : callBackEffects(chosen, use)),
  ];
  const outcome = chosen === undefined ? "relayed" : "call-back";
  return { decision: { outcome, effects }, ...(read === undefined ? {} : { understanding: read }) };
}

function callBackEffects(slot: Slot, { at, desk }: RelayWith): readonly Effect[] {
  if (slot.to > at) {
    return [
      { kind: "call-back", slot },
      { kind: "say", message: text("hand-off.call-back-noted", { slot: { kind: "slot", slot } }) },
    ];
  }
  return [
    { kind: "say", message: text("hand-off.call-back-over", {}, desk.slots.map(slotButton)) },
    { kind: "offer-slots", slots: desk.slots },
  ];
}

/** Once for each time that the desk is closed. */
function awayEffects(state: ConversationState, use: RelayWith): readonly Effect[] {
  if (state.owner.kind === "support" || use.desk.open || state.toldClosedUntil === use.desk.opens || isPresent(use))
    return [];
  return closedEffects("hand-off.away", use.desk);
}

function isPresent({ case: open, now, presentMinutes }: RelayWith): boolean {
  if (open?.agent === undefined || open.repliedAt === undefined) return false;
  return minutesOf(localOf(now)) - minutesOf(localOf(open.repliedAt)) <= presentMinutes;
}
