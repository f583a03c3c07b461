import type { ConversationState } from "../core/conversation.ts";
import type { Effect } from "../core/effect.ts";
import type { FactName } from "../core/fact.ts";
import type { CaseId } from "../core/ids.ts";
import { areSame, messagesOf } from "./break-repetition.ts";
import { foldHeld } from "./fold-held.ts";
import { foldOwner, withSlots } from "./fold-owner.ts";
import { foldSurvey, withoutSurvey } from "./fold-survey.ts";
import { isSupposing } from "./supposition.ts";

/** The state after the effects; what was said before this turn is replaced by what it says. */
export function fold(state: ConversationState, effects: readonly Effect[], caseId: CaseId): ConversationState {
  const said = messagesOf(effects);
  const folded = effects.reduce((before, effect) => foldOne(before, effect, caseId), state);
  if (said.length === 0) return folded;
  return { ...folded, lastSaid: said, repeats: areSame(said, state.lastSaid) ? state.repeats + 1 : 0 };
}

function foldOne(state: ConversationState, effect: Effect, caseId: CaseId): ConversationState {
  switch (effect.kind) {
    case "ask":
      return { ...state, open: effect.question };
    case "settle":
      return withoutQuestion(state);
    case "learn":
      return {
        ...(state.supposing?.facts[effect.fact] === undefined ? state : withoutSupposition(state)),
        facts: { ...without(state.facts, effect.fact), [effect.fact]: effect.is },
        hints: without(state.hints, effect.fact),
      };
    case "hint":
      return { ...state, hints: { ...state.hints, [effect.fact]: effect.hint } };
    case "forget":
      return effect.fact === undefined
        ? { ...state, facts: {}, hints: {} }
        : { ...state, facts: without(state.facts, effect.fact), hints: without(state.hints, effect.fact) };
    case "pursue":
      return { ...state, agenda: [...state.agenda.filter((benefit) => benefit !== effect.benefit), effect.benefit] };
    case "drop":
      return {
        ...(isSupposing(state, effect.benefit) ? withoutSupposition(state) : state),
        agenda: state.agenda.filter((benefit) => benefit !== effect.benefit),
      };
    case "suppose":
      return { ...state, supposing: { benefit: effect.benefit, facts: effect.facts } };
    case "decided":
      return decided(state, effect);
    case "undecide":
      return withoutVerdict(withoutSupposition(state));
    case "speak":
      return { ...state, language: effect.language };
    case "unclear":
      return { ...state, unclear: state.unclear + 1 };
    case "understood":
      return { ...state, unclear: 0 };
    case "topic":
      return { ...state, topic: effect.intent };
    case "greet":
      return { ...state, greeted: true };
    case "hand-off":
      return {
        ...withoutSurvey(withoutSupposition(withoutQuestion(state))),
        unclear: 0,
        owner: { kind: "queued", case: caseId },
      };
    case "lapse-question":
      return lapsed(state);
    case "offer-slots":
      return withSlots(state, effect.slots);
    case "told-closed":
      return { ...state, toldClosedUntil: effect.until };
    case "told-unread":
      return { ...state, toldUnread: true };
    case "claim":
    case "release":
    case "transfer":
    case "take-over":
    case "lapse-claim":
    case "hand-back":
    case "close":
    case "re-open":
    case "escalate":
    case "support-returned":
    case "support-completed":
      return foldOwner(state, effect, caseId);
    case "ask-survey":
    case "answer-survey":
    case "comment-survey":
    case "end-survey":
      return foldSurvey(state, effect);
    case "call-back":
      return withSlots(state, []);
    case "hold-reply":
    case "take-back":
    case "reply":
      return foldHeld(state, effect);
    case "say":
    case "relay":
    case "note":
    case "send-again":
    case "refuse":
    case "breach":
    case "customer-silent":
    case "propose-close":
    case "call-back-due":
    case "support-accepted":
      return state;
  }
}

function withoutQuestion(state: ConversationState): ConversationState {
  const { open: _, lapsed: __, ...rest } = state;
  return rest;
}

/** The words that asked come last in a turn. */
function lapsed(state: ConversationState): ConversationState {
  const asked = state.lastSaid.at(-1);
  if (state.open === undefined || asked === undefined) return withoutQuestion(state);
  return { ...withoutQuestion(state), lapsed: { question: state.open, asked } };
}

/** What is supposed ends with its verdict, which is kept for "why?"; the next real verdict makes it forgotten. */
function decided(
  state: ConversationState,
  { benefit, verdict, supposed }: Extract<Effect, { kind: "decided" }>,
): ConversationState {
  if (supposed !== undefined) return { ...state, supposing: { benefit, facts: supposed, verdict } };
  return { ...withoutSupposition(state), decided: { benefit, verdict } };
}

function withoutSupposition(state: ConversationState): ConversationState {
  const { supposing: _, ...rest } = state;
  return rest;
}

function withoutVerdict(state: ConversationState): ConversationState {
  const { decided: _, ...rest } = state;
  return rest;
}

/** A value that is put back afterwards stands last: facts keep the order of learning, so that "뒤로" takes back the newest. */
function without<T>(values: Readonly<Record<FactName, T>>, fact: FactName): Readonly<Record<FactName, T>> {
  const { [fact]: _, ...rest } = values;
  return rest;
}
