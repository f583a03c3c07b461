import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFrequentEnglish } from "../../src/understanding/frequent-english.ts";
import { toJamo } from "../../src/understanding/hangul.ts";
import { decodeKeyboard } from "../../src/understanding/keyboard.ts";
import { shipped } from "./shipped-intents.ts";

const KEYS = new Map(
  [..."ㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍㅛㅕㅑㅐㅔㅗㅓㅏㅣㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"].map((jamo, at) => [
    jamo,
    "qwertasdfgzxcvyuiophjklbnmQWERTOP".charAt(at),
  ]),
);
const APART: Readonly<Record<string, string>> = {
  ㅘ: "ㅗㅏ",
  ㅙ: "ㅗㅐ",
  ㅚ: "ㅗㅣ",
  ㅝ: "ㅜㅓ",
  ㅞ: "ㅜㅔ",
  ㅟ: "ㅜㅣ",
  ㅢ: "ㅡㅣ",
  ㄳ: "ㄱㅅ",
  ㄵ: "ㄴㅈ",
  ㄶ: "ㄴㅎ",
  ㄺ: "ㄹㄱ",
  ㄻ: "ㄹㅁ",
  ㄼ: "ㄹㅂ",
  ㄽ: "ㄹㅅ",
  ㄾ: "ㄹㅌ",
  ㄿ: "ㄹㅍ",
  ㅀ: "ㄹㅎ",
  ㅄ: "ㅂㅅ",
};

/** What a person gets who types Korean with the keyboard switched to English. */
const mistype = (text: string): string =>
  [...text]
    .map((letter) => {
      const jamo = toJamo(letter);
      if (jamo === letter) return letter;
      return [...jamo.replace("-", "")]
        .flatMap((one) => [...(APART[one] ?? one)])
        .map((one) => KEYS.get(one) ?? one)
        .join("");
    })
    .join("");

describe("the wrong keyboard", () => {
  it.each([
    ["dkssud", "안녕"],
    ["dnldirrma auswp djswpRkwldPdy?", "위약금 면제 언제까지예요?"],
    ["kt dnldirrma", "kt 위약금"],
    ["DKSSUDGKTPDY", "안녕하세요"],
    ["sp", "네"],
    ["dksldy", "아니요"],
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
