const REASONS = {
  ko: { "bot-off": "자동 안내를 꺼 둔 채널" },
  en: { "bot-off": "Bot is off in this channel" },
};

const REFUSED = {
  ko: {
    unfilled: () => "〔 〕 안의 빈칸을 채운 다음에 보내 주세요.",
    "bot-off": () => "이 채널에서는 자동 안내를 꺼 두어서 돌려줄 수 없어요. 끝났으면 상담을 끝내 주세요.",
  },
  en: {
    unfilled: () => "Not sent: fill in the blanks in 〔 〕 first.",
    "bot-off": () => "The bot is off in this channel. Close the case if it is done.",
  },
};

/** The desk's words with those for what is turned off and for blanks of approved replies. */
export const withSwitchWords = (all) =>
  Object.fromEntries(
    Object.entries(all).map(([language, words]) => [
      language,
      {
        ...words,
        reasons: { ...words.reasons, ...REASONS[language] },
        refused: { ...words.refused, ...REFUSED[language] },
      },
    ]),
  );
