import type { CallBackTicket } from "../../core/call-back-ticket.ts";
import type { SupportState } from "../../core/live-support.ts";

/** How it stands with a case that was passed on. */
export const SUPPORT_WORDS: Readonly<Record<SupportState, string>> = {
  sent: "전문 상담으로 넘겼어요. 답을 기다려요",
  accepted: "전문 상담에서 맡았어요",
  completed: "전문 상담에서 마쳤어요",
  failed: "전문 상담에서 받지 못했어요",
  overdue: "전문 상담의 답이 제때 없었어요",
  withdrawn: "전문 상담에서 되가져왔어요",
};

const EVENTS: Readonly<Record<string, string>> = {
  escalate: "전문 상담으로 넘겼어요.",
  "support-accepted": "전문 상담에서 맡았어요.",
  "support-completed": "전문 상담에서 마쳤다고 알려 왔어요.",
  "support-failed": "전문 상담으로 이어지지 않았어요. 다시 대기 중이에요. 누군가 맡아 주세요.",
  "support-overdue": "전문 상담의 답이 제때 없었어요. 다시 대기 중이에요. 누군가 맡아 주세요.",
};

/** A line about live support; undefined for any other event. `detail` is what live support wrote. */
export function supportWords(
  event: string,
  agentName: string | undefined,
  detail: string | undefined,
): string | undefined {
  const words = EVENTS[event];
  if (words === undefined) return undefined;
  const who = agentName === undefined ? "" : `${agentName} 님이 `;
  return detail === undefined ? `${who}${words}` : `${who}${words} (${detail})`;
}

/** "연락 요청 · 1월 13일 09:00~12:00" */
export function callBackWords({ slot: { from, to }, status }: CallBackTicket): string {
  const day = `${Number(from.slice(5, 7))}월 ${Number(from.slice(8, 10))}일`;
  return `📞 ${status === "due" ? "지금 연락할 시간이에요" : "연락 요청"} · ${day} ${from.slice(11)}~${to.slice(11)}`;
}
