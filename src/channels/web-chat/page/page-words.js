/** Every sentence of the page itself, by language. */
export const WORDS = {
  ko: {
    title: "안심 · 개인정보 유출 안내",
    name: "안심",
    purpose: "개인정보 유출 안내",
    notice: "사람이 아닌 자동 안내 도우미예요.",
    person: "상담원과 이야기하기",
    save: "대화 저장",
    anew: "새 대화",
    loading: "대화를 준비하고 있어요.",
    care: "주민등록번호, 카드번호, 비밀번호, 인증번호는 적지 마세요.",
    anewTitle: "새 대화를 시작할까요?",
    anewText: "지금까지의 대화는 이 화면에서 사라져요.",
    anewNo: "계속 이야기하기",
    anewYes: "새로 시작하기",
    trouble:
      "지금은 연결이 되지 않아요. 다시 연결하고 있으니 잠시만 기다려 주세요. 급하시면 휴대폰에서 114로 전화해 주세요.",
    broken: "대화 화면을 열지 못했어요. 화면을 새로 고쳐 주세요. 급하시면 휴대폰에서 114로 전화해 주세요.",
    tooLong: "글이 너무 길어요. 10,000자까지 보낼 수 있어요. 나누어서 보내 주세요.",
    agent: (name) => `상담원 ${name}`,
    newWindow: "새 창에서 열려요",
    message: "메시지",
  },
  en: {
    title: "Ansim · Help after the data leak",
    name: "Ansim",
    purpose: "Help after the data leak",
    notice: "An automated assistant, not a person.",
    person: "Talk to a person",
    save: "Save conversation",
    anew: "New chat",
    loading: "Getting the chat ready.",
    care: "Please do not type resident or card numbers, passwords or codes sent to you.",
    anewTitle: "Start a new chat?",
    anewText: "What was said so far will no longer be shown here.",
    anewNo: "Keep talking",
    anewYes: "Start anew",
    trouble:
      "There is no connection at the moment. We keep trying, so please wait a little. If it is urgent, call 114 from your mobile phone.",
    broken: "The chat could not be opened. Please reload the page. If it is urgent, call 114 from your mobile phone.",
    tooLong: "The message is too long. Up to 10,000 characters can be sent. Please send it in parts.",
    agent: (name) => `Agent ${name}`,
    newWindow: "opens in a new window",
    message: "message",
  },
};

export const LOCALES = { ko: "ko-KR", en: "en-US" };
