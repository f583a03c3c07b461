import { describe, expect, it } from "vitest";
import { isInDanger, onlySendsFile } from "../../src/understanding/is-in-danger.ts";
import { shipped } from "./shipped-intents.ts";

describe("words after which a person must answer", () => {
  it.each([
    "통장에서 돈이 빠져나가고 있어요 어떡해요",
    "계좌에서 돈이 계속 인출되고 있어요",
    "잔액이 막 빠지고 있는데 어떻게 막아요",
    "money is being withdrawn from my account",
    "죽고 싶어요",
    "금감원이라면서 안전계좌로 옮기래요 지금 전화 안 끊고 있는데 어떻게 해요",
    "they tell me to move everything to a safe account, I am still on the phone",
    "유서 써 놨어요",
  ])("%s", (text) => expect(isInDanger(text)).toBe(true));

  it.each([
    "혹시 제 돈이 빠져나가고 있나요?",
    "돈이 빠져나가고 있는지 어떻게 알아요",
    "지난달에 돈이 빠져나갔어요",
    "안전계좌로 옮기라는 문자가 왔는데 진짜예요?",
    "매달 통신비로 돈이 나가요",
    "배고파 죽고 싶다",
    "사유서도 내야 하나요",
    "공유서비스 해지했어요",
    "유서 깊은 회사가 이래도 되나요",
  ])("not: %s", (text) => expect(isInDanger(text)).toBe(false));
});

describe("a file that was sent", () => {
  const heard = shipped.samples.filter(({ intent }) => intent === "distress").map(({ text }) => text);

  it("is nothing that somebody in danger says", () => expect(heard.filter(onlySendsFile)).toEqual([]));

  it.each(["사진 보냈어요 보이세요?", "캡처 올렸어요", "파일 첨부했어요", "I sent a photo, can you see it?"])(
    "%s",
    (text) => expect(onlySendsFile(text)).toBe(true),
  );

  it.each(["사진 보냈더니 협박해요", "내 사진 다 뿌린대요", "돈 보냈어요", "they will post my photos"])(
    "not: %s",
    (text) => expect(onlySendsFile(text)).toBe(false),
  );
});
