/** How the page speaks of words that have not reached the customer. */
export const UNDELIVERED = {
  ko: {
    undelivered: {
      waitsForCustomer: "전달 대기: 고객의 다음 메시지 때 전달돼요",
      waiting: "전달 대기: 아직 보내고 있어요",
      unknown: "전달됐는지 확인되지 않았어요",
      parked: (why) => `전달되지 않았어요: ${why}`,
      dead: (why) => `전달되지 않았어요: ${why}`,
    },
    undeliveredWhy: { "tried-too-long": "30분 동안 보내지 못했어요" },
    undeliveredOther: (why) => `고객의 메신저가 받지 않았어요 (${why})`,
    undeliveredCount: ({ waiting, unknown, parked, dead }) => [
      [waiting, `전달 대기 ${waiting}`],
      [unknown, `확인 안 됨 ${unknown}`],
      [parked + dead, `전달 못 함 ${parked + dead}`],
    ],
    undeliveredLabel: "고객에게 아직 가지 않은 말",
    sendAgain: "다시 보내기…",
    sendAgainTitle: "다시 보낼까요?",
    sendAgainHint: "이미 전달됐을 수도 있어요. 그러면 고객에게 두 번 보여요.",
    sendAgainYes: "다시 보내기",
  },
  en: {
    undelivered: {
      waitsForCustomer: "Waiting: goes with the customer's next message",
      waiting: "Waiting: still being sent",
      unknown: "It is not certain that this arrived",
      parked: (why) => `Not delivered: ${why}`,
      dead: (why) => `Not delivered: ${why}`,
    },
    undeliveredWhy: { "tried-too-long": "it could not be sent for 30 minutes" },
    undeliveredOther: (why) => `the customer's messenger did not take it (${why})`,
    undeliveredCount: ({ waiting, unknown, parked, dead }) => [
      [waiting, `${waiting} waiting`],
      [unknown, `${unknown} uncertain`],
      [parked + dead, `${parked + dead} not delivered`],
    ],
    undeliveredLabel: "Words that have not reached customers",
    sendAgain: "Send again…",
    sendAgainTitle: "Send it again?",
    sendAgainHint: "It may have arrived already. Then the customer sees it twice.",
    sendAgainYes: "Send again",
  },
};
