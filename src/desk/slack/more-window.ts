import type { ModalView } from "@slack/web-api";
import type { Agent } from "../../core/activity.ts";
import type { Case } from "../../core/case.ts";
import type { AgentId } from "../../core/ids.ts";
import { ACTIONS, button } from "./case-actions.ts";
import { plainText, safeText } from "./safe-text.ts";
import { REASONS, statusWords } from "./staff-words.ts";

/** The window behind a card: what this person may do with this case now. */
export const MORE = "more_pass_on";
export const COLLEAGUE = { block: "colleague", input: "to" } as const;
export const PERSON = { block: "person", input: "user" } as const;

/** Slack takes 100 in a menu. */
const MOST_COLLEAGUES = 100;
const LONGEST_NAME = 75;

/** Who looks at the window. */
export interface Onlooker {
  readonly id: AgentId;
  readonly lead: boolean;
}

export type Permitted = "pass-on" | "release" | "take-over" | "re-open";

/** What the state allows to this person; decided again, on the stored state, when it is done. */
export function permitted({ status, agent }: Case, { id, lead }: Onlooker): readonly Permitted[] {
  const mine = agent?.id === id;
  switch (status) {
    case "queued":
      return lead ? ["pass-on"] : [];
    case "claimed":
      if (mine) return ["pass-on", "release"];
      return lead ? ["pass-on", "take-over"] : [];
    // Taken back by the button of the card.
    case "escalated":
      return [];
    case "closed":
      return mine || lead || agent === undefined ? ["re-open"] : [];
  }
}

const BUTTONS: Readonly<Record<Exclude<Permitted, "pass-on">, readonly [string, string]>> = {
  release: [ACTIONS.release, "대기 순서로 되돌리기"],
  "take-over": [ACTIONS.takeOver, "내가 이어받기"],
  "re-open": [ACTIONS.reOpen, "다시 열기"],
};

export function moreWindow(on: Case, onlooker: Onlooker, colleagues: readonly Agent[]): ModalView {
  const may = permitted(on, onlooker);
  const buttons = may.flatMap((what) =>
    what === "pass-on" ? [] : [button(BUTTONS[what][0], BUTTONS[what][1], on.id)],
  );
  const passOn = may.includes("pass-on");
  return {
    type: "modal",
    callback_id: MORE,
    private_metadata: JSON.stringify({ case: on.id }),
    title: plainText("상담 더 보기"),
    close: plainText("닫기"),
    ...(passOn ? { submit: plainText("넘기기") } : {}),
    blocks: [
      { type: "section", text: plainText(`${REASONS[on.reason]}\n${statusWords(on)}`) },
      ...(may.length === 0 ? [{ type: "section", text: plainText(NOTHING[on.status]) } as const] : []),
      ...(buttons.length === 0 ? [] : [{ type: "actions", elements: buttons } as const]),
      ...(passOn ? fields(colleagues.slice(0, MOST_COLLEAGUES)) : []),
    ],
  };
}

const NOTHING: Readonly<Record<Case["status"], string>> = {
  queued: "맡으려면 카드의 “맡기”를 눌러 주세요. 다른 사람에게 맡기는 일은 팀장만 할 수 있어요.",
  claimed: "이 상담을 맡은 사람과 팀장만 넘길 수 있어요.",
  escalated: "전문 상담으로 넘긴 상담이에요. 다시 맡으려면 카드의 “다시 맡기”를 눌러 주세요.",
  closed: "이 상담을 맡았던 사람과 팀장만 다시 열 수 있어요.",
};

/** Two fields, either of which is enough. */
function fields(colleagues: readonly Agent[]): ModalView["blocks"] {
  const options = colleagues.map(({ id, name }) => ({ text: safeText(name, LONGEST_NAME), value: id }));
  return [
    ...(options.length === 0
      ? []
      : [
          {
            type: "input",
            block_id: COLLEAGUE.block,
            optional: true,
            label: plainText("누구에게 넘길까요?"),
            element: { type: "static_select", action_id: COLLEAGUE.input, placeholder: plainText("상담원"), options },
          } as const,
        ]),
    {
      type: "input",
      block_id: PERSON.block,
      optional: true,
      label: plainText("목록에 없는 사람"),
      hint: plainText("상담 채널에 있는 사람이어야 해요. 넘겨받은 사람이 답하지 않으면 다시 대기 순서로 돌아가요."),
      element: { type: "users_select", action_id: PERSON.input },
    },
  ];
}

/** After something was pressed in it. */
export const doneWindow = (words: string): ModalView => ({
  type: "modal",
  title: plainText("상담 더 보기"),
  close: plainText("닫기"),
  blocks: [{ type: "section", text: plainText(words) }],
});
