import type { ConversationState } from "../core/conversation.ts";
import type { LocalTime } from "../core/day.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { type Message, slotButton, text } from "../core/message.ts";
import type { TimerName } from "../core/timer.ts";

const IGNORED: Decision = { outcome: "ignored", effects: [] };

/** Whether people answer now. */
export interface DeskNow {
  readonly open: boolean;
  readonly opens: LocalTime;
  readonly slots: Extract<Effect, { kind: "offer-slots" }>["slots"];
  /** The day asked about, to tell a break from the end of the day. */
  readonly day: string;
}

/** Decides what a timer that ran out does. Who closes a case, or takes it, is always a person. */
export function decideDue(
  timer: Exclude<TimerName, "live-support">,
  state: ConversationState,
  desk: DeskNow,
): Decision {
  switch (timer) {
    case "question-reminder":
      return remindOfQuestion(state);
    case "question-expiry":
      return state.open === undefined ? IGNORED : { outcome: "lapsed", effects: [{ kind: "lapse-question" }] };
    case "first-reply":
    case "next-reply":
    case "resolve":
      return flag(state, "breached", { kind: "breach", deadline: timer });
    case "agent-silent":
      return state.owner.kind === "agent" ? lapseClaim(desk) : IGNORED;
    case "wait-reminder":
      return state.owner.kind === "queued" ? stillWaiting(desk) : IGNORED;
    case "desk-closes":
      return state.owner.kind === "queued" && !desk.open ? deskClosed(desk) : IGNORED;
    case "send-reply":
      // What leaves is decided with the state that holds it, in `decide-reply.ts`.
      return IGNORED;
    case "call-back":
      return flag(state, "flagged", { kind: "call-back-due" });
    case "survey":
      return state.survey === undefined ? IGNORED : { outcome: "lapsed", effects: [{ kind: "end-survey" }] };
    case "customer-silent":
    case "propose-close":
      return state.owner.kind === "agent" ? flag(state, "flagged", { kind: timer }) : IGNORED;
  }
}

/** For staff only. */
const flag = ({ owner }: ConversationState, outcome: Decision["outcome"], effect: Effect): Decision =>
  owner.kind === "bot" ? IGNORED : { outcome, effects: [effect] };

/** The words that asked come last, so that their buttons are at hand. */
function remindOfQuestion({ open, lastSaid, owner }: ConversationState): Decision {
  const asked = lastSaid.at(-1);
  if (open === undefined || asked === undefined || owner.kind !== "bot") return IGNORED;
  return said(text("repair.reminder"), asked);
}

const said = (...messages: readonly Message[]): Decision => ({
  outcome: "reminded",
  effects: messages.map((message) => ({ kind: "say", message })),
});

const lapseClaim = ({ slots }: DeskNow): Decision => ({
  outcome: "lapsed",
  effects: [
    { kind: "lapse-claim" },
    { kind: "say", message: text("hand-off.lapsed", { queue: { kind: "queue" } }, slots.map(slotButton)) },
    { kind: "offer-slots", slots },
  ],
});

const stillWaiting = ({ slots }: DeskNow): Decision => ({
  outcome: "reminded",
  effects: [
    { kind: "say", message: text("hand-off.still-waiting", { queue: { kind: "queue" } }, slots.map(slotButton)) },
    { kind: "offer-slots", slots },
  ],
});

function deskClosed({ opens, slots, day }: DeskNow): Decision {
  const key = opens.startsWith(day) ? "hand-off.pause-meanwhile" : "hand-off.closed-meanwhile";
  const params = { hours: { kind: "hours" }, opens: { kind: "time", time: opens } } as const;
  return {
    outcome: "reminded",
    effects: [
      { kind: "say", message: text(key, params, slots.map(slotButton)) },
      { kind: "offer-slots", slots },
      { kind: "told-closed", until: opens },
    ],
  };
}
