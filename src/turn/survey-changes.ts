import type { ConversationState } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { SurveyChange } from "../core/survey.ts";
import { redact } from "../privacy/redact.ts";

/** A longer comment is cut; it stands whole in the talk. */
const MAX_COMMENT = 500;

/** What a turn changes of the survey that the conversation has open. */
export const surveyChanges = ({ effects }: Decision, { survey }: ConversationState): readonly SurveyChange[] =>
  effects.flatMap((effect): readonly SurveyChange[] => {
    switch (effect.kind) {
      case "ask-survey":
        return [{ kind: "asked", case: effect.case }];
      case "answer-survey":
        return survey === undefined ? [] : [{ kind: "answered", case: survey.case, answer: effect.answer }];
      case "comment-survey":
        return survey === undefined ? [] : [{ kind: "commented", case: survey.case, comment: kept(effect.comment) }];
      default:
        return [];
    }
  });

const kept = (comment: string): string => [...redact(comment)].slice(0, MAX_COMMENT).join("");
