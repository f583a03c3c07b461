import { isSyllable, toJamo } from "../../../src/understanding/hangul.ts";

/** The two-set layout the other way round: which keys write a jamo. */
const KEYS = new Map([
  ...zip("ㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍㅛㅕㅑㅐㅔㅗㅓㅏㅣㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ", [
    ..."qwertasdfgzxcvyuiophjklbnmQWERTOP",
  ]),
  ...zip("ㅘㅙㅚㅝㅞㅟㅢ", "hk ho hl nj np nl ml".split(" ")),
  ...zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "rt sw sg fr fa fq ft fx fv fg qt".split(" ")),
  ["-", ""],
] as const);

function zip(jamo: string, keys: readonly string[]): readonly (readonly [string, string])[] {
  return [...jamo].map((letter, at) => [letter, keys[at] ?? ""] as const);
}

/** What Korean looks like when typed with the keyboard switched to English: "안녕" → "dkssud". Other signs stay. */
export const typedInEnglish = (text: string): string =>
  [...text.normalize("NFC")]
    .map((letter) =>
      isSyllable(letter.charCodeAt(0))
        ? [...toJamo(letter)].map((jamo) => KEYS.get(jamo) ?? jamo).join("")
        : letter === "-"
          ? letter
          : (KEYS.get(letter) ?? letter),
    )
    .join("");
