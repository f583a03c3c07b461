import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { CONVERSATION_INTENTS } from "../core/intent.ts";
import { type Button, intentButton, type Message, text } from "../core/message.ts";
import { NOTHING_OFF, type TurnedOff } from "../core/switch.ts";
import { offerPerson } from "./offer-person.ts";

/** Said in place of what is not true while the bot, or the incident, is off. */
const WHILE_BOT_IS_OFF: Readonly<Record<string, string>> = { "hand-off.ended": "switches.bot-off-ended" };
const WHILE_PACK_IS_OFF: Readonly<Record<string, string>> = {
  "hand-off.declined": "switches.pack-off-declined",
  "small-talk.complaint": "switches.pack-off-complaint",
};

/**
 * The one place that every decision passes: an answer that is off is not said, whoever wanted to say it, and no button leads to
 * one. The customer is told that it is being checked, and offered a person.
 */
export function holdBack(decision: Decision, off: TurnedOff): Decision {
  if (off === NOTHING_OFF) return decision;
  const held = decision.effects.findIndex((effect) => isHeld(effect, off));
  const effects = decision.effects.flatMap((effect, index): readonly Effect[] => {
    if (isHeld(effect, off)) return index === held ? inItsPlace(decision) : [];
    return effect.kind === "say" ? [{ kind: "say", message: cleared(effect.message, off) }] : [effect];
  });
  return { ...decision, effects };
}

/** True for a message that may not be said now. */
export const isOff = (message: Message, off: TurnedOff): boolean =>
  message.kind === "answer" && off.answer(message.answer.slice(0, message.answer.indexOf(".")));

const isHeld = (effect: Effect, off: TurnedOff): boolean => effect.kind === "say" && isOff(effect.message, off);

/** What is being asked stays open; who is handed to a person need not be offered one. */
function inItsPlace({ effects }: Decision): readonly Effect[] {
  const say = (buttons: readonly Button[]): readonly Effect[] => [
    { kind: "say", message: text("switches.answer-off", {}, buttons) },
  ];
  if (effects.some(({ kind }) => kind === "hand-off")) return say([]);
  if (effects.some(({ kind }) => kind === "ask")) return say([intentButton("contact_agent")]);
  return offerPerson("switches.answer-off-person");
}

function cleared(message: Message, off: TurnedOff): Message {
  const buttons = message.buttons.filter((button) => !leadsToOff(button, off));
  if (message.kind !== "text") return { ...message, buttons };
  const instead = { ...(off.pack ? WHILE_PACK_IS_OFF : {}), ...(off.bot ? WHILE_BOT_IS_OFF : {}) };
  return { ...message, buttons, key: instead[message.key] ?? message.key };
}

/** "Talk to a person" is a way out and always there. */
const leadsToOff = (button: Button, off: TurnedOff): boolean =>
  button.kind === "intent" &&
  button.intent !== "contact_agent" &&
  !CONVERSATION_INTENTS.has(button.intent) &&
  off.answer(button.intent);
