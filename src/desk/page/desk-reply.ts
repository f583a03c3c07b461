import type { WebReply } from "../../ports/web.ts";

/** How a request of the desk page can be refused. */
export type DeskRefusal =
  | "HEADER_REQUIRED"
  | "LOGIN_REQUIRED"
  | "PASSWORD_WRONG"
  | "TOO_MANY_ATTEMPTS"
  | "BAD_REQUEST"
  | "CASE_NOT_FOUND"
  | "CASE_CLOSED"
  | "REVIEW_SETTLED"
  | "NOT_LEAD"
  | "SWITCH_UNKNOWN"
  | "SWITCH_SETTLED";

const STATUSES: Readonly<Record<DeskRefusal, number>> = {
  HEADER_REQUIRED: 403,
  LOGIN_REQUIRED: 401,
  PASSWORD_WRONG: 401,
  TOO_MANY_ATTEMPTS: 429,
  BAD_REQUEST: 400,
  CASE_NOT_FOUND: 404,
  CASE_CLOSED: 409,
  REVIEW_SETTLED: 409,
  NOT_LEAD: 403,
  SWITCH_UNKNOWN: 404,
  SWITCH_SETTLED: 409,
};

/** Only a code: the page has the words for it. */
export const refuseDesk = (code: DeskRefusal): WebReply => ({ status: STATUSES[code], body: { error: { code } } });
