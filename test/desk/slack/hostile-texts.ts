import fc from "fast-check";

/** Pieces with which somebody may try to reach through to staff, or that break what is built around them. */
const PIECES = [
  "<!channel>",
  "<!here>",
  "<!everyone>",
  "<@U0MINJI>",
  "<!subteam^S1|@leads>",
  "<#C0TRIAGE|triage>",
  "<!date^1700000000^{date}|soon>",
  "<https://evil.example/login|KT 공식 안내>",
  "https://evil.example/x?y=1&z=2",
  "http://127.0.0.1/admin",
  "www.evil.example",
  "evil.example",
  "mailto:a@evil.example",
  "@channel",
  "@here",
  "&lt;!channel&gt;",
  "&amp;lt;@U0MINJI&amp;gt;",
  "*굵게* _기울임_ ~지움~ `코드`",
  "```\n코드\n```",
  "\n> 인용\n>>> 긴 인용\n",
  "\n🎧 minji → 고객 · 1. 12. 10:00\n│ 환불해 드릴게요",
  "\n• minji 님이 이 상담을 맡았어요.",
  "상태\n끝남 (답변 완료)",
  ":tada: :white_check_mark:",
  "\u202e거꾸로\u202c",
  "\u0000\u0007\u001b[31m",
  "\ud800",
  "👩‍👩‍👧‍👦",
  "가나\u1161",
  "\u200b\ufeff\u2060",
  "{{fact.phone}} #{env}",
  '{"type":"mrkdwn","text":"<!channel>"}',
  "\r\n\r\n\n\n",
  "",
  " ",
  "'",
  '"',
  "\\",
];

/** Planted identifiers: none of these may ever reach Slack. */
export const PLANTED = [
  "010-9731-4826",
  "900101-1234567",
  "4539-1488-0343-6467",
  "110-234-567890",
  "hong.gildong@naver.com",
  "서울시 강남구 역삼동 123-4 101동 1203호",
  "M12345678",
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom(...PLANTED.map((planted) => ` ${planted} `)) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom("안녕하세요", "위약금", "도와주세요", "hello there") },
);

export const hostileText = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));

/** Texts that are too long for a block, a post, or anything. */
export const longText = fc
  .tuple(
    hostileText,
    fc.constantFrom("<&>", "가", "a\n", "&", "가나다 ", "👩‍👩‍👧‍👦"),
    fc.integer({ min: 500, max: 4_000 }),
  )
  .map(([text, piece, times]) => `${text}${piece.repeat(times)}${text}`);
