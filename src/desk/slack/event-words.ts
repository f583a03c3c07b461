import { seoulSlot } from "./seoul-time.ts";

type Words = (agent: string, detail: string) => string;

const BREACHES: Readonly<Record<string, string>> = {
  "first-reply": "⏰ 첫 답이 늦어지고 있어요.",
  "next-reply": "⏰ 답이 늦어지고 있어요.",
  resolve: "⏰ 상담이 오래 열려 있어요.",
};

/** Acts that name a second person or a time, and what clocks say. */
const EVENTS: Readonly<Record<string, Words>> = {
  transfer: (agent, to) => `${agent} 님이 ${to} 님에게 넘겼어요.`,
  "take-over": (agent, from) => `${agent} 님이 이어받았어요${from === "" ? "" : ` (앞 담당 ${from} 님)`}.`,
  "take-back": (agent) => `${agent} 님이 답장을 되돌렸어요. 고객에게 보내지 않았어요.`,
  "re-open": (agent) => `고객이 다시 와서 ${agent} 님의 상담이 다시 열렸어요.`,
  "re-open-by-agent": (agent) => `${agent} 님이 상담을 다시 열었어요.`,
  "lapse-claim": (_, from) => `⏰ ${from} 님의 답이 없어서 대기 순서로 돌아갔어요.`,
  "call-back": (_, slot) => `📞 고객이 연락받을 시간을 골랐어요: ${seoulSlot(slot)}`,
  "call-back-due": () => "📞 고객이 고른 연락 시간이 됐어요.",
  "customer-silent": () => "고객이 오래 답하지 않고 있어요.",
  "propose-close": () => "고객 답이 없어요. 끝낼지 살펴 주세요.",
  "send-again": (agent) => `${agent} 님이 한 번 더 보냈어요.`,
};

/** Undefined for an event that has no such words. */
export function moreEventWords(event: string, agent: string, detail = ""): string | undefined {
  const [kind = "", of = ""] = event.split(".");
  return kind === "breach" ? BREACHES[of] : EVENTS[kind]?.(agent, detail);
}
