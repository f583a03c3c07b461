import type { Agent } from "../../core/activity.ts";
import type { Case } from "../../core/case.ts";
import type { DeskNumbers } from "../../core/desk-numbers.ts";
import type { AgentPresence } from "../../ports/agent-presence.ts";
import type { SwitchBoard } from "../../ports/switch-desk.ts";
import { button, buttonsFor } from "./case-actions.ts";
import { type CaseList, depthWords, lineOf } from "./case-list.ts";
import { plainText, safeText } from "./safe-text.ts";
import { callBackWords } from "./support-words.ts";
import { surveyWords } from "./survey-words.ts";
import { switchSection } from "./switch-windows.ts";

/** Everything that App Home is drawn from, for one person. */
export interface HomeOn {
  readonly me: Agent;
  readonly lead: boolean;
  readonly list: CaseList;
  readonly presences: readonly AgentPresence[];
  readonly urgencyOf: DeskNumbers["urgencyOf"];
  /** For leads only. */
  readonly board?: SwitchBoard;
}

/** A part of App Home; draws nothing for those whom it does not concern. */
export type HomeSection = (on: HomeOn) => readonly object[];

export const PRESENCE = { here: "home_here", away: "home_away" } as const;

/** Slack takes 100 blocks in App Home; two go to each case. */
const MOST_SHOWN = 10;
const NAMES_MAX = 2_000;

const depth: HomeSection = ({ list }) => [
  { type: "header", text: plainText("안심 상담") },
  { type: "section", text: plainText(depthWords(list)) },
];

const surveysAndCallBacks: HomeSection = ({ list }) =>
  [surveyWords(list.surveys), ...list.callBacks.map(callBackWords)]
    .filter((words) => words !== "")
    .map((words) => ({ type: "context", elements: [plainText(words)] }));

const presence: HomeSection = ({ me, presences }) => {
  const mine = presences.find(({ agent }) => agent.id === me.id);
  const here = presences.filter(({ away }) => !away).map(({ agent }) => agent.name);
  const others = here.length === 0 ? "자리에 있다고 한 사람이 없어요." : `자리에 있는 사람: ${here.join(", ")}`;
  const state = mine === undefined ? "아직 고르지 않았어요" : mine.away ? "자리 비움" : "자리에 있음";
  return [
    { type: "section", text: safeText(`내 상태: ${state}\n${others}`, NAMES_MAX) },
    {
      type: "actions",
      elements: [button(PRESENCE.here, "자리에 있어요", "here"), button(PRESENCE.away, "자리를 비워요", "away")],
    },
  ];
};

const urgent: HomeSection = ({ list, urgencyOf }) => {
  const late = list.all.filter((one) => urgencyOf(one) === "late");
  const soon = list.all.filter((one) => urgencyOf(one) === "soon");
  return late.length + soon.length === 0 ? [] : part("급한 상담", [...late, ...soon], urgencyOf);
};

const mine: HomeSection = ({ list, urgencyOf }) => part("내 상담", list.mine, urgencyOf);
const waiting: HomeSection = ({ list, urgencyOf }) => part("대기 중인 상담", list.waiting, urgencyOf);

const switches: HomeSection = ({ board }) => (board === undefined ? [] : switchSection(board));

/** What stands in App Home, from top to bottom. */
const SECTIONS: readonly HomeSection[] = [depth, surveysAndCallBacks, presence, urgent, mine, waiting, switches];

/** The first tab of the app: cases can be taken from here. */
export const homeView = (on: HomeOn) => ({ type: "home" as const, blocks: SECTIONS.flatMap((draw) => draw(on)) });

function part(title: string, cases: readonly Case[], urgencyOf: HomeOn["urgencyOf"]): readonly object[] {
  const more = cases.length - MOST_SHOWN;
  const shown = cases.slice(0, MOST_SHOWN);
  return [
    { type: "divider" },
    { type: "header", text: plainText(`${title} ${cases.length}건`) },
    ...shown.flatMap((one) => [
      { type: "section", text: plainText(`${URGENCY[urgencyOf(one) ?? "none"]}${lineOf(one)}`) },
      ...buttonsFor(one.status, one.id),
    ]),
    ...(more > 0 ? [{ type: "context", elements: [plainText(`${more}건이 더 있어요.`)] }] : []),
  ];
}

const URGENCY = { late: "⏰ 늦었어요 · ", soon: "⏳ 곧 늦어요 · ", none: "" } as const;
