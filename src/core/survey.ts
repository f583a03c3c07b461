import type { Instant } from "./day.ts";
import type { CaseId, ConversationId } from "./ids.ts";

/** Answers to the one question that is asked when a case is closed. */
export const SURVEY_ANSWERS = ["yes", "middling", "no"] as const;
export type SurveyAnswer = (typeof SURVEY_ANSWERS)[number];

/** What a conversation waits for of a survey; anything else that the customer says ends it. */
export interface OpenSurvey {
  readonly case: CaseId;
  readonly awaits: "answer" | "comment";
}

/** What a turn changes of a case's survey. */
export type SurveyChange =
  | { readonly kind: "asked"; readonly case: CaseId }
  | { readonly kind: "answered"; readonly case: CaseId; readonly answer: SurveyAnswer }
  /** Redacted. */
  | { readonly kind: "commented"; readonly case: CaseId; readonly comment: string };

/** A survey that was answered. */
export interface Survey {
  readonly case: CaseId;
  readonly conversation: ConversationId;
  readonly askedAt: Instant;
  readonly answer: SurveyAnswer;
  readonly comment?: string;
}

/** How many were asked, and what they answered. */
export type SurveyCount = Readonly<Record<"asked" | SurveyAnswer, number>>;
