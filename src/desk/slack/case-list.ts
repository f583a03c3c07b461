import type { CallBackTicket } from "../../core/call-back-ticket.ts";
import type { Case } from "../../core/case.ts";
import type { AgentId } from "../../core/ids.ts";
import type { SurveyCount } from "../../core/survey.ts";
import type { Store } from "../../ports/store.ts";
import { buttonsFor } from "./case-actions.ts";
import { plainText } from "./safe-text.ts";
import { seoulTime } from "./seoul-time.ts";
import { REASONS, statusWords } from "./staff-words.ts";
import { callBackWords } from "./support-words.ts";
import { surveyWords } from "./survey-words.ts";

/** What an agent looks for first: what is theirs, what waits, how long. */
export interface CaseList {
  readonly mine: readonly Case[];
  /** Longest waiting first. */
  readonly waiting: readonly Case[];
  /** Open ones of everybody. */
  readonly open: number;
  readonly surveys: SurveyCount;
  /** Wishes to be called back that nobody has met. */
  readonly callBacks: readonly CallBackTicket[];
}

export type ListStore = Pick<Store, "cases" | "countSurveys" | "callBacks">;

const MOST_READ = 500;
/** Slack takes 100 blocks in App Home; three go to each case. */
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
    open: open.length,
    surveys,
    callBacks,
  };
}

/** One line on how the queue stands. */
export function depthWords({ mine, waiting, open }: CaseList): string {
  const [oldest] = waiting;
  const since = oldest === undefined ? "" : ` (가장 오래: ${seoulTime(oldest.openedAt)}부터)`;
  return `대기 ${waiting.length}건${since} · 내 상담 ${mine.length}건 · 열린 상담 모두 ${open}건`;
}

/** The first tab of the app: the same buttons as under the cards, so that cases can be taken from here. */
export const homeView = (list: CaseList) => ({
  type: "home" as const,
  blocks: [
    { type: "header", text: plainText("안심 상담") },
    { type: "section", text: plainText(depthWords(list)) },
    ...lines([surveyWords(list.surveys), ...list.callBacks.map(callBackWords)]),
    ...part("내 상담", list.mine),
    ...part("대기 중인 상담", list.waiting),
  ],
});

const lines = (words: readonly string[]): readonly object[] =>
  words.filter((line) => line !== "").map((line) => ({ type: "context", elements: [plainText(line)] }));

/** For the command: only words. */
export function listWords(list: CaseList): string {
  const lines = [...list.mine, ...list.waiting].slice(0, MOST_SHOWN).map(lineOf);
  return [depthWords(list), ...lines].join("\n");
}

function part(title: string, cases: readonly Case[]): readonly object[] {
  const more = cases.length - MOST_SHOWN;
  return [
    { type: "divider" },
    { type: "header", text: plainText(`${title} ${cases.length}건`) },
    ...cases
      .slice(0, MOST_SHOWN)
      .flatMap((one) => [{ type: "section", text: plainText(lineOf(one)) }, ...buttonsFor(one.status, one.id)]),
    ...(more > 0 ? [{ type: "context", elements: [plainText(`${more}건이 더 있어요.`)] }] : []),
  ];
}

const lineOf = (one: Case): string =>
  `${one.reason === "danger" ? "🚨 " : ""}${REASONS[one.reason]} · ${seoulTime(one.openedAt)}부터 · ${statusWords(one)}`;
