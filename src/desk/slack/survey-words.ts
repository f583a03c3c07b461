import type { SurveyCount } from "../../core/survey.ts";

/** What customers thought of closed cases, in one line; empty before the first was asked. */
export const surveyWords = ({ asked, yes, middling, no }: SurveyCount): string =>
  asked === 0
    ? ""
    : `만족도 · 안내가 믿을 만했나요? 네 ${yes} · 보통 ${middling} · 아니요 ${no} (물어본 상담 ${asked}건)`;
