import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { intentButton, type Message, text } from "../core/message.ts";
import { handOffEffects } from "./hand-off-effects.ts";
import type { Knowledge } from "./knowledge.ts";
import { offerPerson } from "./offer-person.ts";

/** Where the same would be said a third time in a row, a person is offered with it; to who was just offered one, a person comes. */
export function breakRepetition(state: ConversationState, decision: Decision, knowledge: Knowledge): Decision {
  const { effects } = decision;
  if (state.repeats === 0 || effects.some(({ kind }) => kind === "hand-off")) return decision;
  if (!areSame(messagesOf(effects), state.lastSaid)) return decision;
  if (state.open?.kind === "person") {
    const silent = effects.filter(({ kind }) => kind !== "say" && kind !== "ask");
    return { outcome: "handed-off", effects: [...silent, ...handOffEffects("upset", knowledge)] };
  }
  return { ...decision, effects: [...effects, ...offer(effects)] };
}

/** What is being asked stays open: the person is named, not asked about. */
const offer = (effects: readonly Effect[]): readonly Effect[] =>
  effects.some(({ kind }) => kind === "ask")
    ? [{ kind: "say", message: text("repair.person-instead", {}, [intentButton("contact_agent")]) }]
    : offerPerson("repair.same-again");

export const messagesOf = (effects: readonly Effect[]): readonly Message[] =>
  effects.flatMap((effect): readonly Message[] => (effect.kind === "say" ? [effect.message] : []));

/** Messages are plain data, built in one order. */
export const areSame = (some: readonly Message[], others: readonly Message[]): boolean =>
  some.length === others.length && JSON.stringify(some) === JSON.stringify(others);
