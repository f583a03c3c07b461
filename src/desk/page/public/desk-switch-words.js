import { deskLanguage } from "./desk-words.js";

const KO = {
  tab: (n) => (n === 0 ? "켜고 끄기" : `켜고 끄기 (꺼진 것 ${n})`),
  title: "켜고 끄기",
  hint: "끄면 바로 다음 답부터 나가지 않아요. 누가 왜 바꾸었는지는 모두 남아요.",
  onlyLeads: "팀장만 바꿀 수 있어요.",
  offNow: (n) => `꺼진 것 ${n}`,
  nothingOff: "모두 켜져 있어요.",
  find: "끌 것 찾기",
  found: (n, shown) => (n === 0 ? "찾는 것이 없어요." : shown < n ? `${n}가지 가운데 ${shown}가지` : `${n}가지`),
  kinds: { bot: "채널의 자동 안내", pack: "사건 전체", answer: "답변" },
  effects: {
    bot: "이 채널의 모든 말이 상담원에게 가요.",
    pack: "자동 안내가 이 사건을 말하지 않고, 전화번호와 상담원 연결만 남아요.",
    answer: "이 답 대신 다시 확인하고 있다고 말하고 상담원을 권해요. 이 답이 들어가는 판정도 말하지 않아요.",
  },
  turnOff: "끄기…",
  turnOn: "다시 켜기…",
  by: (name, time) => `${name} · ${time}`,
  askOff: "이것을 끌까요?",
  askOn: "다시 켤까요?",
  reason: "까닭 (기록에 남아요)",
  yesOff: "끄기",
  yesOn: "다시 켜기",
  done: { true: "껐어요.", false: "다시 켰어요." },
  log: "바꾼 기록",
  logged: { true: "끔", false: "켬" },
  errors: {
    NOT_LEAD: "팀장만 바꿀 수 있어요.",
    SWITCH_SETTLED: "누군가 먼저 바꾸었어요.",
    SWITCH_UNKNOWN: "그런 것이 없어요.",
    BAD_REQUEST: "까닭을 적어 주세요.",
  },
};

const EN = {
  tab: (n) => (n === 0 ? "Switches" : `Switches (${n} off)`),
  title: "Switches",
  hint: "What is off is not said from the very next answer on. Who changed what, and why, is kept.",
  onlyLeads: "Only leads can change them.",
  offNow: (n) => `Off ${n}`,
  nothingOff: "Everything is on.",
  find: "Find what to turn off",
  found: (n, shown) => (n === 0 ? "There is none." : shown < n ? `${shown} of ${n}` : `${n}`),
  kinds: { bot: "Bot in a channel", pack: "Whole incident", answer: "Answer" },
  effects: {
    bot: "Everything said in this channel goes to a person.",
    pack: "The bot does not speak of this incident; phone lines and people remain.",
    answer:
      "The bot says that this is being checked and offers a person. Verdicts that rest on it are not told either.",
  },
  turnOff: "Turn off…",
  turnOn: "Turn on…",
  by: (name, time) => `${name} · ${time}`,
  askOff: "Turn this off?",
  askOn: "Turn this on again?",
  reason: "Reason (it is kept)",
  yesOff: "Turn off",
  yesOn: "Turn on",
  done: { true: "Turned off.", false: "Turned on again." },
  log: "Changes",
  logged: { true: "off", false: "on" },
  errors: {
    NOT_LEAD: "Only leads can change them.",
    SWITCH_SETTLED: "Somebody was faster.",
    SWITCH_UNKNOWN: "There is no such switch.",
    BAD_REQUEST: "Please write the reason.",
  },
};

const ALL = { ko: KO, en: EN };

export const switchWords = () => ALL[deskLanguage()];
