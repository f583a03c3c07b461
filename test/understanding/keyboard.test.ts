import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFrequentEnglish } from "../../src/understanding/frequent-english.ts";
import { decodeKeyboard } from "../../src/understanding/keyboard.ts";
import { ENGLISH_MESSAGES } from "./english-messages.ts";
import { mistype, mistypeShouted } from "./mistype.ts";
import { shipped } from "./shipped-intents.ts";

/** Korean as it is really typed: figures, signs, names in Latin letters, one word or a paragraph. */
const KOREAN = `
네
네네
아니요
아뇨
안녕
안녕하세요
감사합니다
고맙습니다!
수고하세요~
모르겠어요
몰라요
기억 안 나요
없어요
맞아요
그래요
취소
처음부터
다시 말해 주세요
왜요?
뭐라고요?
위약금
환급
환불해 주세요
유심
유심 교체
유심 어디서 바꿔요?
해지
해지했어요.
상담원
상담원 연결해 주세요!!
사람이랑 얘기하고 싶어요
알뜰폰이요
후불이요
선불폰이에요
인터넷이요
작년 10월 3일이요
2025년 9월 1일에 가입했어요
10월쯤?
어제요
지난주 금요일
1월 초
2025.9.1에요
9/1에 바꿨어요
3년 전이요
위약금 15만원 나왔어요
150,000원 냈어요
kt 위약금 면제 되나요
KT 해킹 언제예요?
kt에서 문자 왔어요
KT로 다시 왔어요
skt 갔다가 왔어요
usim 바꿔야 돼요?
esim 써요
tv 결합했어요
ott 신청 언제까지예요
114 눌렀는데 안 돼요
080-722-0100 맞나요?
데이터 100gb 언제 줘요
소액결제 차단하고 싶어요
소액결제 당했어요ㅠㅠ
모르는 결제가 있어요
저도 피해자인가요?
제 번호도 털렸나요
개인정보 뭐가 나갔어요
주민번호도 나갔나요?
도청당할 수도 있어요?
명의도용 걱정돼요
보험 신청은 어떻게 해요
멤버십 할인 뭐 있어요
로밍 반값 언제까지예요?
보상 뭐 줘요
나가면 안 되나요
위약금 면제 언제까지예요?
위약금 얼마예요? 어디서 봐요?
이미 옮겼는데 돌려받을 수 있어요?
군대에 있어서 못 했어요
병원에 입원했었어요
해외에 있었어요.
엄마가 kt 쓰세요
아들 폰이에요
남편 명의예요
할머니가 알뜰폰 쓰시는데 면제돼요?
법인폰이에요
태블릿도 되나요
워치도 위약금 있어요?
결합할인은요?
왜 이렇게 늦게 알렸어요
사과는 했나요?
범인 잡혔어요?
과징금 얼마예요
소송할 수 있나요?
이 문자 진짜예요?
링크 눌렀어요 어떡해요
통장에서 돈이 빠져나가고 있어요
너 로봇이야?
짜증나네 진짜
장난해?
됐어요
괜찮습니다
알겠습니다. 감사해요!
다음에 또 올게요
예약했는데 유심이 없대요
대기 몇 명이에요
동생이 대신 가도 되나요?
신분증 필요해요?
언제 입금돼요? 계좌는 농협이에요
아직 안 들어왔어요
쿠팡도 털렸다면서요
작년에 해지하고 12월에 다시 들어왔어요
`
  .trim()
  .split("\n");

describe("the wrong keyboard", () => {
  it.each([
    ["dkssud", "안녕"],
    ["dnldirrma auswp djswpRkwldPdy?", "위약금 면제 언제까지예요?"],
    ["kt dnldirrma", "kt 위약금"],
    ["DKSSUDGKTPDY", "안녕하세요"],
    ["sp", "네"],
    ["dksldy", "아니요"],
    ["ktdptj answk dhkTdjdy", "kt에서 문자 왔어요"],
    ["dkssud 😀", "안녕 😀"],
    ["위약금 auswp 돼요?", "위약금 면제 돼요?"],
  ])("%s → %s", (typed, meant) => expect(decodeKeyboard(typed, isFrequentEnglish)).toBe(meant));

  it.each([
    "hello",
    "how do I apply",
    "hot",
    "npr",
    "the",
    "refund",
    "KT USIM",
    "ok",
    "12345",
    "",
    "위약금 hello",
    "who is it",
    "work",
  ])("leaves %j alone", (text) => expect(decodeKeyboard(text, isFrequentEnglish)).toBeUndefined());

  it.each(KOREAN)("takes back %s, also with Caps Lock on", (text) => {
    expect(decodeKeyboard(mistype(text), isFrequentEnglish)).toBe(text);
    expect(decodeKeyboard(mistypeShouted(text), isFrequentEnglish)?.toLowerCase()).toBe(text.toLowerCase());
  });

  it.each(ENGLISH_MESSAGES)("leaves %j alone", (text) =>
    expect(decodeKeyboard(text, isFrequentEnglish)).toBeUndefined(),
  );

  it("takes back what Korean customers type", () => {
    const korean = shipped.samples
      .filter(({ language, text }) => language === "ko" && /^[가-힣 ?.,!]{3,}$/.test(text))
      .map(({ text }) => text);
    const right = korean.filter((text) => decodeKeyboard(mistype(text), isFrequentEnglish) === text);
    expect(korean.length).toBeGreaterThan(500);
    expect(right.length / korean.length).toBeGreaterThan(0.985);
  });

  it("does not take English for it", () => {
    const english = shipped.samples.filter(({ language }) => language === "en").map(({ text }) => text);
    const taken = english.filter((text) => decodeKeyboard(text, isFrequentEnglish) !== undefined);
    expect(taken).toEqual([]);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => decodeKeyboard(text, () => false) === undefined || true),
    );
  });
});
