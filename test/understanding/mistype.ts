import { toJamo } from "../../src/understanding/hangul.ts";

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
export const mistype = (text: string): string =>
  [...text]
    .map((letter) => {
      const jamo = toJamo(letter);
      if (jamo === letter) return KEYS.get(letter) ?? letter;
      return [...jamo.replace("-", "")]
        .flatMap((one) => [...(APART[one] ?? one)])
        .map((one) => KEYS.get(one) ?? one)
        .join("");
    })
    .join("");

/** The same with Caps Lock on: Shift then writes small letters. */
export const mistypeShouted = (text: string): string =>
  mistype(text).replace(/[a-z]/gi, (key) => (key < "a" ? key.toLowerCase() : key.toUpperCase()));
