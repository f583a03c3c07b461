import { deskLanguage } from "./desk-words.js";

const KO = {
  escalate: "전문 상담으로 넘기기",
  takeBack: "다시 맡기",
  group: "전문 상담",
  states: {
    sent: "전문 상담의 답을 기다려요",
    accepted: "전문 상담에서 맡았어요",
    failed: "전문 상담에서 받지 못했어요",
    overdue: "전문 상담의 답이 제때 없었어요",
  },
  events: {
    escalate: (name) => `${name === "" ? "" : `${name} 님이 `}전문 상담으로 넘겼어요`,
    "support-accepted": () => "전문 상담에서 맡았어요",
    "support-completed": () => "전문 상담에서 마쳤다고 알려 왔어요",
    "support-failed": () => "전문 상담으로 이어지지 않아서 대기 순서로 돌아왔어요",
    "support-overdue": () => "전문 상담의 답이 제때 없어서 대기 순서로 돌아왔어요",
  },
  callBacks: (n) => `연락 요청 ${n}`,
  due: "지금 연락",
  survey: "안내가 믿을 만했나요?",
  answers: { yes: "네", middling: "보통", no: "아니요" },
  asked: (n) => `물어본 상담 ${n}건`,
  comments: "남긴 말",
};

const EN = {
  escalate: "Pass on to live support",
  takeBack: "Take back",
  group: "With live support",
  states: {
    sent: "Waiting for live support",
    accepted: "Live support has it",
    failed: "Live support did not take it",
    overdue: "Live support did not answer in time",
  },
  events: {
    escalate: (name) => `${name === "" ? "Passed" : `${name} passed the case`} on to live support`,
    "support-accepted": () => "Live support has taken the case",
    "support-completed": () => "Live support says that it is done",
    "support-failed": () => "Live support did not take it: back to the queue",
    "support-overdue": () => "Live support did not answer in time: back to the queue",
  },
  callBacks: (n) => `Call backs ${n}`,
  due: "call now",
  survey: "Could they trust what they were told?",
  answers: { yes: "Yes", middling: "Partly", no: "No" },
  asked: (n) => `asked after ${n} cases`,
  comments: "Comments",
};

const ALL = { ko: KO, en: EN };

/** Words about live support, call backs and the survey. */
export const supportWords = () => ALL[deskLanguage()];

/** A line of the talk; undefined for other events. What live support wrote stands behind it. */
export const supportEvent = (event, agentName, detail) => {
  const words = supportWords().events[event]?.(agentName);
  return words === undefined || detail === "" ? words : `${words} · ${detail}`;
};
