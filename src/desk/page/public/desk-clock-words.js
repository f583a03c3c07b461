import { deskLanguage } from "./desk-words.js";

const KO = {
  oldest: "가장 오래",
  marks: {
    soon: "곧 늦어요",
    "first-reply": "첫 답 늦음",
    "next-reply": "답 늦음",
    resolve: "오래 열려 있음",
    lapsed: (n) => `되돌아온 상담 ${n}회`,
    silent: (time) => `고객 답 없음 ${time}`,
    propose: "끝낼지 살펴 주세요",
    callBack: (time) => `연락 요청 ${time}`,
    callBackDue: (time) => `연락할 시간이에요 ${time}`,
  },
  transfer: "다른 사람에게 넘기기…",
  assign: "맡길 사람 정하기…",
  takeOver: "이어받기",
  closeSilent: "답이 없어 끝내기…",
  reOpen: "다시 열기",
  verified: (yes) => (yes ? "본인확인: 채널이 확인했어요" : "본인확인: 하지 않았어요"),
  presence: { here: "자리에 있음", away: "자리 비움" },
  transferTitle: "누구에게 넘길까요?",
  transferTo: "넘겨받을 사람",
  transferHint:
    "고객에게 다른 상담원이 이어서 맡는다고 알려요. 넘겨받은 사람이 답하지 않으면 다시 대기 순서로 돌아가요.",
  transferYes: "넘기기",
  toQueue: "대기 순서로 되돌리기",
  here: (name) => `${name} (지금 접속 중)`,
  leadMark: (name) => `${name} · 팀장`,
  events: {
    transfer: (name, to) => `${name} 님이 ${to} 님에게 넘겼어요`,
    "take-over": (name, from) => `${name} 님이 이어받았어요${from ? ` (앞 담당 ${from} 님)` : ""}`,
    "lapse-claim": (_, from) => `${from} 님의 답이 없어서 대기 순서로 돌아갔어요`,
    "call-back": (_, slot) => `고객이 연락받을 시간을 골랐어요 · ${slotText(slot)}`,
    "call-back-due": () => "고객이 고른 연락 시간이 됐어요",
    "customer-silent": () => "고객이 오래 답하지 않고 있어요",
    "propose-close": () => "고객 답이 없어요. 끝낼지 살펴 주세요",
    "re-open-by-agent": (name) => `${name} 님이 상담을 다시 열었어요`,
    "take-back": (name) => `${name} 님이 답장을 되돌렸어요. 고객에게 보내지 않았어요`,
    "re-open": (name) => `고객이 다시 와서 ${name} 님의 상담이 다시 열렸어요`,
    breach: (kind) =>
      ({ "first-reply": "첫 답이 늦어지고 있어요", "next-reply": "답이 늦어지고 있어요" })[kind] ??
      "상담이 오래 열려 있어요",
  },
  refused: {
    taken: (name) => `${name} 님이 먼저 맡았어요.`,
    "not-yours": (name) => `지금은 ${name} 님이 맡은 상담이라서 할 수 없어요.`,
  },
  notLead: "팀장만 이어받을 수 있어요.",
};

const EN = {
  oldest: "Longest",
  marks: {
    soon: "Due soon",
    "first-reply": "First reply late",
    "next-reply": "Reply late",
    resolve: "Open for long",
    lapsed: (n) => `Came back ${n}×`,
    silent: (time) => `Customer silent ${time}`,
    propose: "Consider closing",
    callBack: (time) => `Call back ${time}`,
    callBackDue: (time) => `Call back now ${time}`,
  },
  transfer: "Pass on…",
  assign: "Assign…",
  takeOver: "Take over",
  closeSilent: "Close, no answer…",
  reOpen: "Open again",
  verified: (yes) => (yes ? "Identity: checked by the channel" : "Identity: not checked"),
  presence: { here: "Available", away: "Away" },
  transferTitle: "Pass on to whom?",
  transferTo: "To",
  transferHint:
    "The customer is told that another agent goes on. If that agent does not answer, the case goes back to the queue.",
  transferYes: "Pass on",
  toQueue: "Back to the queue",
  here: (name) => `${name} (here now)`,
  leadMark: (name) => `${name} · lead`,
  events: {
    transfer: (name, to) => `${name} passed the case on to ${to}`,
    "take-over": (name, from) => `${name} took over${from ? ` from ${from}` : ""}`,
    "lapse-claim": (_, from) => `${from} did not answer: back to the queue`,
    "call-back": (_, slot) => `The customer chose a time for a call back · ${slotText(slot)}`,
    "call-back-due": () => "The time for the call back has come",
    "customer-silent": () => "The customer has not answered for long",
    "propose-close": () => "No answer from the customer. Consider closing",
    "re-open-by-agent": (name) => `${name} opened the case again`,
    "take-back": (name) => `${name} took the reply back. It was not sent to the customer`,
    "re-open": (name) => `The customer came back: the case of ${name} is open again`,
    breach: (kind) =>
      ({ "first-reply": "The first reply is late", "next-reply": "The reply is late" })[kind] ??
      "The case has been open for long",
  },
  refused: {
    taken: (name) => `${name} claimed it first.`,
    "not-yours": (name) => `${name} has this case now.`,
  },
  notLead: "Only a lead can take a case over.",
};

const ALL = { ko: KO, en: EN };

/** Words about waiting, deadlines and passing cases on. */
export const clockWords = () => ALL[deskLanguage()];

const LOCALES = { ko: "ko-KR", en: "en-GB" };

/** `2026-01-13T09:00/2026-01-13T12:00`, Korean time, as "1월 13일 (화) 오전 9:00 ~ 오후 12:00", in the page's language. */
export const slotText = (slot) => {
  const [from, to] = slot.split("/");
  const format = new Intl.DateTimeFormat(LOCALES[deskLanguage()], {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
    weekday: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  return format.formatRange(new Date(`${from}Z`), new Date(`${to}Z`));
};
