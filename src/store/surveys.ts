import type { Instant } from "../core/day.ts";
import { caseId, conversationId } from "../core/ids.ts";
import { SURVEY_ANSWERS, type Survey, type SurveyChange, type SurveyCount } from "../core/survey.ts";
import { isNull, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

interface ChangedIn {
  readonly conversation: string;
  readonly now: Instant;
  /** Of the message that holds a comment. */
  readonly seq: number;
}

/** A case is asked about once; an answer or a comment that is given again replaces the one before. */
export function changeSurvey(db: SqlDriver, change: SurveyChange, { conversation, now, seq }: ChangedIn): void {
  switch (change.kind) {
    case "asked":
      db.run(
        "INSERT INTO survey (case_id, conversation, asked_at) VALUES (?, ?, ?) ON CONFLICT (case_id) DO NOTHING",
        change.case,
        conversation,
        now,
      );
      return;
    case "answered":
      db.run("UPDATE survey SET answer = ?, answered_at = ? WHERE case_id = ?", change.answer, now, change.case);
      return;
    case "commented":
      db.run("UPDATE survey SET comment = ?, comment_seq = ? WHERE case_id = ?", change.comment, seq, change.case);
  }
}

export const readSurveys = (db: SqlDriver, limit: number): readonly Survey[] =>
  db.all(`${ANSWERED} ORDER BY answered_at DESC, case_id LIMIT ?`, limit).map(surveyOf);

export const countSurveys = (db: SqlDriver): SurveyCount => surveyCountOf(db.all(COUNTED));

const ANSWERED = "SELECT case_id, conversation, asked_at, answer, comment FROM survey WHERE answer IS NOT NULL";
const COUNTED = "SELECT coalesce(answer, '') AS answer, count(*) AS count FROM survey GROUP BY answer";

export const surveyOf = (row: object): Survey => ({
  case: caseId(textOf(row, "case_id")),
  conversation: conversationId(textOf(row, "conversation")),
  askedAt: textOf(row, "asked_at"),
  answer: SURVEY_ANSWERS.find((answer) => answer === textOf(row, "answer")) ?? "middling",
  ...(isNull(row, "comment") ? {} : { comment: textOf(row, "comment") }),
});

/** Of rows with an answer, empty for none, and how many there are. */
export function surveyCountOf(rows: readonly object[]): SurveyCount {
  const count = (answer: string): number =>
    rows.filter((row) => textOf(row, "answer") === answer).reduce((sum, row) => sum + numberOf(row, "count"), 0);
  return {
    asked: rows.reduce((sum, row) => sum + numberOf(row, "count"), 0),
    yes: count("yes"),
    middling: count("middling"),
    no: count("no"),
  };
}
