import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { intentButton, text } from "../core/message.ts";
import type { TurnedOff } from "../core/switch.ts";
import { handOffEffects } from "../dialog/hand-off-effects.ts";
import type { Knowledge } from "../dialog/knowledge.ts";
import { offerPerson } from "../dialog/offer-person.ts";

export interface OpenedWith {
  readonly knowledge: Knowledge;
  readonly incidentName: string;
  readonly off: TurnedOff;
}

/** The customer opened the conversation: a welcome, once. */
export const decideOpened = (
  state: ConversationState,
  { minor }: Extract<Activity, { kind: "opened" }>,
  use: OpenedWith,
): Decision => (minor === true ? bringGuardian(state, use) : greet(state, use));

/** A child is asked to come with a guardian, and a person takes over; once. */
function bringGuardian(state: ConversationState, { knowledge }: OpenedWith): Decision {
  if (state.greeted || state.owner.kind !== "bot") return { outcome: "ignored", effects: [] };
  const say: Effect = { kind: "say", message: text("hand-off.guardian") };
  return { outcome: "handed-off", effects: [{ kind: "greet" }, say, ...handOffEffects("referral", knowledge)] };
}

function greet(state: ConversationState, { knowledge, incidentName, off }: OpenedWith): Decision {
  if (state.greeted) return { outcome: "ignored", effects: [] };
  if (off.bot)
    return greeted([{ kind: "say", message: text("switches.bot-off-welcome", { hours: { kind: "hours" } }) }]);
  if (off.pack) {
    return greeted([{ kind: "say", message: text("switches.pack-off-welcome") }, ...offerPerson("switches.pack-off")]);
  }
  const message = text("small-talk.welcome", { incident: incidentName }, knowledge.topics.map(intentButton));
  return greeted([{ kind: "say", message }]);
}

const greeted = (effects: readonly Effect[]): Decision => ({
  outcome: "greeted",
  effects: [{ kind: "greet" }, ...effects],
});
