import { CLOSE_REASONS, type CloseReason, type DeskAct } from "../../core/activity.ts";
import type { CaseStatus } from "../../core/case.ts";
import type { CaseId } from "../../core/ids.ts";
import { plainText } from "./safe-text.ts";
import { CLOSE_REASONS_SHOWN } from "./staff-words.ts";

/** What can be pressed under a card. `reply` opens a window; all others are acts at once. */
export const ACTIONS = {
  claim: "case_claim",
  reply: "case_reply",
  release: "case_release",
  handBack: "case_hand_back",
  escalate: "case_escalate",
  close: "case_close",
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
    default:
      return undefined;
  }
}

/** The case that a button or option belongs to. */
export const caseOfValue = (value: string): string => value.split("/", 1)[0] ?? "";

/** The row of buttons for a case in this state. `escalates`: there is live support to pass it on to. */
export function buttonsFor(status: CaseStatus, id: CaseId, escalates = false): readonly object[] {
  switch (status) {
    case "queued":
      return [{ type: "actions", elements: [button(ACTIONS.claim, "맡기", id, "primary")] }];
    case "escalated":
      return [{ type: "actions", elements: [button(ACTIONS.claim, "다시 맡기", id)] }];
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
          ],
        },
      ];
    case "closed":
      return [];
  }
}

const closeOption = (id: CaseId, reason: CloseReason) => ({
  text: plainText(CLOSE_REASONS_SHOWN[reason]),
  value: `${id}/${reason}`,
});

const button = (actionId: string, label: string, id: CaseId, style?: "primary") => ({
  type: "button",
  action_id: actionId,
  text: plainText(label),
  value: id,
  ...(style === undefined ? {} : { style }),
});
