import { describe, expect, it } from "vitest";
import { normalise, toKey, toWords } from "../../src/understanding/normalise.ts";

describe("normalise", () => {
  it.each([
    ["위약금".normalize("NFD"), "위약금"],
    ["ＫＴ　위약금", "KT 위약금"],
    ["위\u200b약\u200d금\ufeff", "위약금"],
    ["\u202eabc\u202c", "abc"],
    ["ㅋㅋㅋㅋㅋㅋ", "ㅋㅋ"],
    ["안돼요ㅠㅠㅠㅠㅠ", "안돼요ㅠㅠ"],
    ["네에에에에에", "네에에"],
    ["위약금!!!!!!", "위약금!!"],
    ["  위약금 \t 면제  ", "위약금 면제"],
    ["첫 줄\r\n\r\n둘째 줄", "첫 줄\n둘째 줄"],
    ["a\u0000b\u0007c", "abc"],
    ["\ud800위약금\udfff", "위약금"],
    ["“면제”", '"면제"'],
  ])("%j → %j", (raw, clean) => expect(normalise(raw)).toBe(clean));

  it.each([
    ["ㅇㅇ", "응"],
    ["ㄴㄴ", "아니"],
    ["ㄱㅅ", "감사"],
    ["ㅈㅅ 잘못 눌렀어요", "죄송 잘못 눌렀어요"],
    ["ㅇㅋ", "오케이"],
    ["ㅎㅇ", "하이"],
    ["ㅁㄹ", "모름"],
    ["ㅇㅇㅇㅇ", "응"],
    ["ㅋㅋ 웃기네", "ㅋㅋ 웃기네"],
  ])("writes out initials: %j → %j", (raw, clean) => expect(normalise(raw)).toBe(clean));

  it("is stable: a second pass changes nothing", () => {
    for (const text of ["ㅇㅇ 위약금~~~~~", "ㄴㄴㄴㄴ", "A  B\n\n\nC", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"]) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });

  it("keeps the beginning and the end of an endless text", () => {
    const text = normalise(`시작 ${"가나 ".repeat(400_000)} 끝`);
    expect(text.length).toBeLessThan(13_000);
    expect(text.startsWith("시작")).toBe(true);
    expect(text.endsWith("끝")).toBe(true);
  });

  it("prepares words for the classifier", () => {
    expect(toWords("I don't know, 010-1234-5678!")).toBe("i dont know 0 0 0");
    expect(toWords("보세요 https://kt.com/a?b=c 이거")).toBe("보세요 url 이거");
    expect(toKey("위약금 면제, 기간?")).toBe("위약금면제기간");
    expect(toKey("😀 !?")).toBe("");
  });
});
