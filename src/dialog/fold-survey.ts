import type { ConversationState } from "../core/conversation.ts";
import type { SurveyEffect } from "../core/effect.ts";

/** What of a survey is still waited for. */
export function foldSurvey(state: ConversationState, effect: SurveyEffect): ConversationState {
  switch (effect.kind) {
    case "ask-survey":
      return { ...state, survey: { case: effect.case, awaits: "answer" } };
    case "answer-survey":
      return state.survey === undefined ? state : { ...state, survey: { ...state.survey, awaits: "comment" } };
    case "comment-survey":
    case "end-survey":
      return withoutSurvey(state);
  }
}

export function withoutSurvey(state: ConversationState): ConversationState {
  const { survey: _, ...rest } = state;
  return rest;
}
