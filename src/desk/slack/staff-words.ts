import type { CloseReason } from "../../core/activity.ts";
import type { Case, CaseStatus, HandOffReason } from "../../core/case.ts";
import type { RefusalReason } from "../../core/effect.ts";
import type { Undelivered } from "../../ports/delivery.ts";
import { moreEventWords } from "./event-words.ts";
import { SUPPORT_WORDS, supportWords } from "./support-words.ts";

/** Everything that staff read in Slack, in their language. */
export const REASONS: Readonly<Record<HandOffReason, string>> = {
  asked: "고객이 상담사를 요청했어요",
  danger: "피해가 의심돼요. 먼저 봐 주세요",
  referral: "사람이 판단해야 해요",
  "not-understood": "안심이 알아듣지 못했어요",
  upset: "고객이 많이 힘들어해요",
  failed: "처리 중에 문제가 생겼어요",
  "bot-off": "안심을 꺼 둔 채널이에요",
};

export const CLOSE_REASONS_SHOWN: Readonly<Record<CloseReason, string>> = {
  answered: "답변 완료",
  referred: "다른 곳으로 안내",
  "no-answer": "고객 응답 없음",
  other: "기타",
};

export const STATUSES: Readonly<Record<CaseStatus, string>> = {
  queued: "대기 중",
  claimed: "상담 중",
  escalated: "전문 상담",
  closed: "끝남",
};

export const LANGUAGES: Readonly<Record<string, string>> = { ko: "한국어", en: "영어" };

export const CHANNELS: Readonly<Record<string, string>> = {
  "web-chat": "웹 채팅",
  "bot-framework": "봇 프레임워크",
  kakao: "카카오톡",
  line: "라인",
  naver: "네이버 톡톡",
};

export const UNDELIVERED: Readonly<Record<Exclude<Undelivered["state"], "waiting">, string>> = {
  unknown: "전달됐는지 확인되지 않았어요",
  parked: "지금은 전달할 수 없어요",
  dead: "전달되지 않았어요",
};

/** "대기 중" · "민지 님이 상담 중" · "끝남 (답변 완료)" */
export function statusWords({ status, agent, closeReason, support }: Case): string {
  switch (status) {
    case "queued":
      return "대기 중";
    case "claimed":
      return `${agent?.name ?? "상담사"} 님이 상담 중`;
    case "escalated":
      return SUPPORT_WORDS[support?.state ?? "sent"];
    case "closed":
      return closeReason === undefined || closeReason === "handed-back"
        ? "끝남 (안심에게 돌려줌)"
        : `끝남 (${CLOSE_REASONS_SHOWN[closeReason]})`;
  }
}

const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  taken: "다른 상담사가 먼저 맡았어요.",
  "not-yours": "이 상담을 맡은 사람만 할 수 있어요. 먼저 *맡기*를 눌러 주세요.",
  "not-lead": "팀장만 할 수 있어요.",
  "no-support": "전문 상담이 설정되어 있지 않아요.",
  "not-open": "이미 끝난 상담이에요. 메모와 답장은 남지 않았어요.",
  "not-held": "되돌릴 수 없어요. 이미 나갔거나 되돌린 답장이에요.",
  "cannot-re-open": "다시 열 수 없어요. 고객의 다른 상담이 이미 열려 있거나 남은 기록이 없어요.",
  "forbidden-link": "안내할 수 있는 공식 주소가 아닌 링크가 들어 있어서 보내지 않았어요.",
  unfilled: "〔 〕 안의 빈칸을 채워 주세요.",
  "bot-off": "이 채널에서는 안심을 꺼 두어서 돌려줄 수 없어요. 끝난 상담이면 *상담 끝내기*를 골라 주세요.",
  "personal-data": "개인정보로 보이는 내용이 들어 있어서 보내지 않았어요.",
};

export const refusalWords = (why: string): string =>
  Object.entries(REFUSALS).find(([reason]) => reason === why)?.[1] ?? "처리하지 못했어요.";

const EVENTS: Readonly<Record<string, string>> = {
  claim: "님이 이 상담을 맡았어요",
  release: "님이 이 상담을 내려놓았어요. 다시 대기 중이에요",
  "hand-back": "님이 안심에게 돌려주었어요",
  close: "님이 상담을 끝냈어요",
};

/** A line about what was done with the case; undefined for what staff need not read. */
export function eventWords(event: string, agentName: string | undefined, detail?: string): string | undefined {
  const more = moreEventWords(event, agentName ?? "상담사", detail) ?? supportWords(event, agentName, detail);
  if (more !== undefined) return more;
  const words = EVENTS[event.split(".", 1)[0] ?? ""];
  return words === undefined ? undefined : `${agentName ?? "상담사"} ${words}.`;
}
