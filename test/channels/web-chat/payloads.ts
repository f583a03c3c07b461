const message = (text: string, more: object = {}): object => ({
  type: "message",
  from: { id: "dl_5f0c", name: "", role: "user" },
  locale: "ko-KR",
  text,
  textFormat: "plain",
  timestamp: "2026-01-12T01:02:03.456Z",
  localTimestamp: "2026-01-12T10:02:03.456+09:00",
  localTimezone: "Asia/Seoul",
  channelData: { clientActivityID: `c-${text.length}-${Object.keys(more).join("-")}` },
  ...more,
});

const event = (type: string, more: object): object => ({ type, from: { id: "dl_5f0c", role: "user" }, ...more });

/** What Web Chat and other clients of Direct Line post, in the shapes of their own sources; each with an id of its own. */
export const PAYLOADS: readonly Buffer[] = [
  message("위약금 면제 기간이 언제까지예요?"),
  message("KT 휴대폰", { value: "KT 휴대폰", channelData: { clientActivityID: "c-button", postBack: true } }),
  message("it's a mobile phone", { locale: "en-US" }),
  message("👨‍👩‍👧‍👦 유심 교체는 무료인가요?"),
  message("안녕하세요"),
  message("여러 줄\n말씀\n드려요"),
  message("상품권", { entities: [{ type: "ClientCapabilities", requiresBotState: true, supportsTts: true }] }),
  message("", { attachments: [], value: "아니요" }),
  message("x", { inputHint: "acceptingInput", deliveryMode: "normal", suggestedActions: { actions: [] } }),
  message("제 번호는 010-0000-0000", { channelId: "webchat", recipient: { id: "bot" } }),
  message("한국어로 해 주세요", { locale: "ko" }),
  message("소액결제 피해 신고", { attachmentLayout: "list" }),
  message("네", { speak: "네" }),
  message("아니요", {
    channelData: { clientActivityID: "c-no", "webchat:send-status": "sending", clientTimestamp: "x" },
  }),
  message("ㅠㅠ", { semanticAction: null }),
  event("typing", { channelData: { clientActivityID: "t-1" } }),
  event("event", { name: "webchat/join", value: { language: "ko-KR" } }),
  event("conversationUpdate", { membersAdded: [{ id: "dl_5f0c" }] }),
  event("endOfConversation", { code: "completedSuccessfully" }),
  event("messageReaction", { reactionsAdded: [{ type: "like" }], replyToId: "c|0000001" }),
].map((body) => Buffer.from(JSON.stringify(body)));
