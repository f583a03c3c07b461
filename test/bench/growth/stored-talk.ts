import { conversationId } from "../../../src/core/ids.ts";

/** Sizes as in talks of the conversation tests: a short question, an answer with a source, what was understood of it. */
const customer = { kind: "customer", text: "저도 위약금 없이 해지할 수 있나요? 알뜰폰은 아니고 후불이에요", masked: 0 };
const bot = {
  kind: "bot",
  said: {
    key: "answer.waiver_window.ended",
    text: "위약금 면제는 정해진 기간에 해지한 분께 적용되었고, 그 기간은 끝났습니다. 다른 보상은 남아 있을 수 있어요. ".repeat(
      2,
    ),
    sources: [{ id: "kt-notice", title: "안내", date: "2026-01-13", url: "https://example.com/notice/12345" }],
    buttons: [{ kind: "intent", intent: "contact_agent", label: "상담원 연결" }],
  },
};
const said = { kind: "said", text: customer.text, masked: 0, language: "ko" };
const understanding = {
  language: "ko",
  text: customer.text,
  segments: [{ text: customer.text, intent: "waiver_window", confidence: 0.93, band: "sure", alternatives: [] }],
  facts: [{ name: "line_kind", value: "postpaid", evidence: "후불이에요" }],
  corrects: false,
};
const state = {
  language: "ko",
  greeted: true,
  owner: { kind: "bot" },
  facts: { line_kind: { state: "known", value: "postpaid", evidence: "후불이에요", at: "2026-01-10T01:00:00.000Z" } },
  hints: {},
  agenda: [],
  unclear: 0,
  lastSaid: [{ kind: "answer", answer: "waiver_window.ended", buttons: bot.said.buttons }],
  repeated: 0,
  decided: [],
};

/** Texts of the columns, the same for every conversation. */
export const STORED = {
  customer: JSON.stringify(customer),
  bot: JSON.stringify(bot),
  said: JSON.stringify(said),
  understanding: JSON.stringify(understanding),
  state: JSON.stringify(state),
  basis: JSON.stringify(["answer:waiver_window.ended", "fact:waiver.until"]),
  at: "2026-01-10T01:00:00.000Z",
} as const;

/** One conversation in ten has had a case; fifty of them are still open. */
export const CASE_EVERY = 10;
export const OPEN_CASES = 50;

const SCRAMBLE = 2_654_435_761;

/** The id of the nth conversation; like ids in earnest, they are not in the order of their making. */
export const nthConversation = (n: number) =>
  conversationId(
    `${((n * SCRAMBLE) % 2 ** 32).toString(16).padStart(8, "0")}-4c1e-9a51-${n.toString(16).padStart(12, "0")}`,
  );
