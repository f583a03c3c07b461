import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";

type HeldEffect = Extract<Effect, { kind: "hold-reply" | "take-back" | "reply" }>;

/** The replies that wait, after one more was written, taken back or left. */
export function foldHeld(state: ConversationState, effect: HeldEffect): ConversationState {
  const { held = [], ...rest } = state;
  const left =
    effect.kind === "hold-reply" ? [...held, effect.reply] : held.filter(({ number }) => number !== gone(effect));
  return left.length === 0 ? rest : { ...rest, held: left };
}

const gone = (effect: Exclude<HeldEffect, { kind: "hold-reply" }>): number | undefined =>
  effect.kind === "reply" ? effect.held : effect.reply.number;
