import { describe, expect, it } from "vitest";
import { asksForTranscript } from "../../dialogs/feedback/asks-for-transcript.ts";
import { readAnswer } from "../../dialogs/feedback/read-answer.ts";
import { readsAsComment } from "../../dialogs/feedback/reads-as-comment.ts";

describe("an answer to the survey", () => {
  it.each([
    ["yes", ["네", "네!", "넵", "예.", "응", "1번", "1", "믿을만했어요", "Yes", "yes!", "sure", "Of course."]],
    ["no", ["아니요", "아니오", "아뇨", "아니", "별로였어요", "전혀요", "3번", "No.", "not really", "Nope"]],
    ["middling", ["보통", "보통이에요", "그저 그래요", "2번", "반반이에요", "Partly", "so-so", "okay", "somewhat"]],
  ])("is %s", (answer, all) => {
    for (const words of all) expect([words, readAnswer(words)]).toEqual([words, answer]);
  });

  it.each([
    "네 위약금은요?",
    "아니 그게 아니라",
    "네 번호가 뭐예요",
    "상담원 연결해 주세요",
    "yes but when is the deadline",
    "4번",
    "",
    "위약금",
  ])("is nothing more than that: %s", (words) => {
    expect(readAnswer(words)).toBeUndefined();
  });
});

describe("a comment after the survey", () => {
  it.each([
    "덕분에 마음이 놓였어요",
    "친절하게 알려 주셔서 정말 감사합니다",
    "상담이 너무 오래 걸렸어요",
    "설명이 어려웠어요.",
    "말이 계속 바뀌어서 믿기 어려웠어요 ㅠㅠ",
    "상담사님이 차근차근 말해 줬어요",
    "it took a while but it was fine",
    "the answer was confusing",
  ])("is one: %s", (words) => {
    expect(readsAsComment(words)).toBe(true);
  });

  it.each([
    "위약금 면제 기간이 언제까지였어요?",
    "위약금 면제 기간이 언제까지였어요",
    "위약금 면제 기간",
    "상담원 연결해 주세요",
    "저도 보상 대상인가요",
    "유심 바꾸고 싶어요",
    "환불이 되는지 궁금해요",
    "when was the deadline",
    "can i talk to a person",
    "fee waiver",
  ])("is none: %s", (words) => {
    expect(readsAsComment(words)).toBe(false);
  });
});

describe("who wants to keep the conversation", () => {
  it.each([
    "대화 내용 보내 주세요",
    "지금까지 나눈 대화 내용을 저장하고 싶어요",
    "상담 내역 받고 싶어요",
    "채팅 기록 다운로드할래요",
    "이 대화 좀 저장해 주세요",
    "Please send me the transcript",
    "Can I download this conversation?",
    "save the chat",
    "i want to keep a copy of this chat",
  ])("is understood: %s", (words) => {
    expect(asksForTranscript(words)).toBe(true);
  });

  it.each([
    "통화 대화 내용도 유출됐나요?",
    "대화 내용이 도청됐나요",
    "상담 시간이 언제예요",
    "상담원과 대화하고 싶어요",
    "문자 내용이 저장되나요",
    "can you send me a new usim",
    "get me a person",
  ])("is not taken for one: %s", (words) => {
    expect(asksForTranscript(words)).toBe(false);
  });
});
