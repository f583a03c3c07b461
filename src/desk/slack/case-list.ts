import type { CallBackTicket } from "../../core/call-back-ticket.ts";
import type { Case } from "../../core/case.ts";
import type { AgentId } from "../../core/ids.ts";
import type { SurveyCount } from "../../core/survey.ts";
import type { Store } from "../../ports/store.ts";
import { seoulTime } from "./seoul-time.ts";
import { REASONS, statusWords } from "./staff-words.ts";

/** What an agent looks for first: what is theirs, what waits, how long. */
export interface CaseList {
  readonly mine: readonly Case[];
  /** Longest waiting first. */
  readonly waiting: readonly Case[];
  /** All that are open, longest open first. */
  readonly all: readonly Case[];
  readonly surveys: SurveyCount;
  /** Wishes to be called back that nobody has met. */
  readonly callBacks: readonly CallBackTicket[];
}

export type ListStore = Pick<Store, "cases" | "countSurveys" | "callBacks">;

const MOST_READ = 500;
const MOST_SHOWN = 12;

export async function listCases(store: ListStore, agent: AgentId): Promise<CaseList> {
  const [cases, surveys, callBacks] = await Promise.all([
    store.cases(MOST_READ),
    store.countSurveys(),
    store.callBacks(MOST_SHOWN),
  ]);
  const open = cases.filter(({ status }) => status !== "closed");
  return {
    mine: open.filter(({ agent: owner }) => owner?.id === agent),
    waiting: open.filter(({ status }) => status === "queued"),
    all: open,
    surveys,
    callBacks,
  };
}

/** One line on how the queue stands. */
export function depthWords({ mine, waiting, all }: CaseList): string {
  const [oldest] = waiting;
  const since = oldest === undefined ? "" : ` (가장 오래: ${seoulTime(oldest.openedAt)}부터)`;
  return `대기 ${waiting.length}건${since} · 내 상담 ${mine.length}건 · 열린 상담 모두 ${all.length}건`;
}

/** For the command: only words. */
export function listWords(list: CaseList): string {
  const lines = [...list.mine, ...list.waiting].slice(0, MOST_SHOWN).map(lineOf);
  return [depthWords(list), ...lines].join("\n");
}

/** One case in one line. */
export const lineOf = (one: Case): string =>
  `${one.reason === "danger" ? "🚨 " : ""}${REASONS[one.reason]} · ${seoulTime(one.openedAt)}부터 · ${statusWords(one)}`;
