import type { CallBackTicket } from "../../core/call-back-ticket.ts";
import type { CaseId } from "../../core/ids.ts";
import type { Survey, SurveyCount } from "../../core/survey.ts";
import { jsonOf } from "../row.ts";
import { surveyCountOf, surveyOf } from "../surveys.ts";
import type { Database, Statement } from "./database.ts";

const CALL_BACKS: Statement = {
  name: "call-backs",
  text: "SELECT body FROM call_back WHERE status IN ('open', 'due') ORDER BY from_at, case_id LIMIT $1",
};

const CALL_BACK: Statement = { name: "call-back", text: "SELECT body FROM call_back WHERE case_id = $1" };

const SURVEYS: Statement = {
  name: "surveys",
  text: `
SELECT case_id, conversation, asked_at, answer, comment FROM survey
WHERE answer IS NOT NULL ORDER BY answered_at DESC, case_id LIMIT $1`,
};

const COUNT: Statement = {
  name: "count-surveys",
  text: "SELECT coalesce(answer, '') AS answer, count(*) AS count FROM survey GROUP BY answer",
};

export const readCallBackRows = async (db: Database, limit: number): Promise<readonly CallBackTicket[]> =>
  (await db.run(CALL_BACKS, limit)).map((row) => jsonOf<CallBackTicket>(row, "body"));

export async function readCallBackRow(db: Database, id: CaseId): Promise<CallBackTicket | undefined> {
  const [row] = await db.run(CALL_BACK, id);
  return row === undefined ? undefined : jsonOf<CallBackTicket>(row, "body");
}

export const readSurveyRows = async (db: Database, limit: number): Promise<readonly Survey[]> =>
  (await db.run(SURVEYS, limit)).map(surveyOf);

export const countSurveyRows = async (db: Database): Promise<SurveyCount> => surveyCountOf(await db.run(COUNT));
