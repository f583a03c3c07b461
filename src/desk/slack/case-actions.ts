import type { Button } from "@slack/web-api";
import { CLOSE_REASONS, type CloseReason, type DeskAct } from "../../core/activity.ts";
import type { CaseStatus } from "../../core/case.ts";
import type { CaseId } from "../../core/ids.ts";
import { plainText } from "./safe-text.ts";
import { CLOSE_REASONS_SHOWN } from "./staff-words.ts";

/** What can be pressed under a card or in a window. `reply`, `more` and `transcript` open a window; others are acts at once. */
export const ACTIONS = {
  claim: "case_claim",
  reply: "case_reply",
  release: "case_release",
  handBack: "case_hand_back",
  escalate: "case_escalate",
  close: "case_close",
  takeBack: "case_take_back",
  takeOver: "case_take_over",
  reOpen: "case_re_open",
  more: "case_more",
  transcript: "case_transcript",
  /** Turns a page of the transcript. */
  page: "case_page",
} as const;

/** The act that was pressed; undefined for what is none. `value` is that of the chosen option. */
export function actOf(actionId: string, value: string | undefined): DeskAct | undefined {
  switch (actionId) {
    case ACTIONS.claim:
      return { kind: "claim" };
    case ACTIONS.release:
      return { kind: "release" };
    case ACTIONS.escalate:
      return { kind: "escalate" };
    case ACTIONS.handBack:
      return { kind: "hand-back" };
    case ACTIONS.close: {
      const reason = CLOSE_REASONS.find((known) => value?.endsWith(`/${known}`));
      return reason === undefined ? undefined : { kind: "close", reason };
    }
    case ACTIONS.takeOver:
      return { kind: "take-over" };
    case ACTIONS.reOpen:
      return { kind: "re-open" };
    case ACTIONS.takeBack: {
      const reply = numberOfValue(value ?? "");
      return reply === undefined ? undefined : { kind: "take-back", reply };
    }
    default:
      return undefined;
  }
}

/** The number behind the case: of a reply, or of a page. */
export function numberOfValue(value: string): number | undefined {
  const number = Number(value.split("/", 2)[1]);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}

/** The case that a button or option belongs to. */
export const caseOfValue = (value: string): string => value.split("/", 1)[0] ?? "";

/** The row of buttons for a case in this state. `escalates`: there is live support to pass it on to. */
export function buttonsFor(status: CaseStatus, id: CaseId, escalates = false): readonly object[] {
  switch (status) {
    case "queued":
      return [{ type: "actions", elements: [button(ACTIONS.claim, "맡기", id, "primary"), ...looks(id)] }];
    case "escalated":
      return [{ type: "actions", elements: [button(ACTIONS.claim, "다시 맡기", id), ...looks(id)] }];
    case "claimed":
      return [
        {
          type: "actions",
          elements: [
            button(ACTIONS.reply, "고객에게 보내기", id, "primary"),
            button(ACTIONS.release, "내려놓기", id),
            button(ACTIONS.handBack, "안심에게 돌려주기", id),
            ...(escalates ? [button(ACTIONS.escalate, "전문 상담으로 넘기기", id)] : []),
            {
              type: "static_select",
              action_id: ACTIONS.close,
              placeholder: plainText("상담 끝내기"),
              options: CLOSE_REASONS.map((reason) => closeOption(id, reason)),
            },
            ...looks(id),
          ],
        },
      ];
    case "closed":
      return [{ type: "actions", elements: looks(id) }];
  }
}

/** A card is the same for everybody; what only some may do is in the window behind it. */
const looks = (id: CaseId): readonly object[] => [
  button(ACTIONS.transcript, "전체 대화 보기", id),
  button(ACTIONS.more, "더 보기…", id),
];

/** Under a reply that has not left yet. */
export const takeBackButton = (id: CaseId, reply: number): object => ({
  type: "actions",
  elements: [button(ACTIONS.takeBack, "되돌리기", `${id}/${reply}`)],
});

const closeOption = (id: CaseId, reason: CloseReason) => ({
  text: plainText(CLOSE_REASONS_SHOWN[reason]),
  value: `${id}/${reason}`,
});

export const button = (actionId: string, label: string, value: string, style?: "primary"): Button => ({
  type: "button",
  action_id: actionId,
  text: plainText(label),
  value,
  ...(style === undefined ? {} : { style }),
});
