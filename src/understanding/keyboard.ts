import { BRANDS } from "./detect-language.ts";
import { FINALS, INITIALS, toSyllable, VOWELS } from "./hangul.ts";

/** The two-set layout: what a key writes when the keyboard is switched to Korean. */
const KEYS = new Map(
  Object.entries({
    ...pair("qwertasdfgzxcv", "ㅂㅈㄷㄱㅅㅁㄴㅇㄹㅎㅋㅌㅊㅍ"),
    ...pair("yuiophjklbnm", "ㅛㅕㅑㅐㅔㅗㅓㅏㅣㅠㅜㅡ"),
    ...pair("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ"),
  }),
);

const VOWEL_PAIRS = new Map(Object.entries(pair2("ㅗㅏㅗㅐㅗㅣㅜㅓㅜㅔㅜㅣㅡㅣ", "ㅘㅙㅚㅝㅞㅟㅢ")));
const FINAL_PAIRS = new Map(
  Object.entries(pair2("ㄱㅅㄴㅈㄴㅎㄹㄱㄹㅁㄹㅂㄹㅅㄹㅌㄹㅍㄹㅎㅂㅅ", "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ")),
);

const CONSONANT = "[ㄱ-ㅎ]";
const VOWEL = "[ㅏ-ㅣ]";
const SYLLABLE = new RegExp(
  `(${CONSONANT})(${[...VOWEL_PAIRS.keys()].join("|")}|${VOWEL})` +
    `((?:${[...FINAL_PAIRS.keys()].join("|")})(?!${VOWEL})|${CONSONANT}(?!${VOWEL}))?`,
  "g",
);

function pair(keys: string, letters: string): Record<string, string> {
  return Object.fromEntries([...keys].map((key, at) => [key, letters.charAt(at)]));
}

function pair2(pairs: string, letters: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, at) => [pairs.slice(at * 2, at * 2 + 2), letter]));
}

/** Letters that must become whole syllables before a text counts as typed on the wrong layout. */
const LEAST_WHOLE = 0.9;

/** A few Korean words look like English ("so" is 내); more of them are English. */
const MOST_ENGLISH = 0.3;

/**
 * Reads Korean that was typed with the keyboard switched to English ("dkssud" → "안녕").
 * Undefined when the text is not that; never throws.
 */
export function decodeKeyboard(text: string, isEnglish: (word: string) => boolean): string | undefined {
  if (/[^\n -~]/.test(text)) return undefined;
  const words = text.match(/[A-Za-z]+/g)?.filter((word) => !BRANDS.has(word.toLowerCase())) ?? [];
  const letters = words.join("").length;
  const english = words.filter((word) => isEnglish(word.toLowerCase())).join("").length;
  if (letters < 2 || english / letters >= MOST_ENGLISH) return undefined;
  const shouted = words.every((word) => word === word.toUpperCase());
  let whole = 0;
  const decoded = text.replace(/[A-Za-z]+/g, (word) => {
    if (BRANDS.has(word.toLowerCase())) return word;
    const jamo = [...word].map(
      (key) => KEYS.get(shouted ? key.toLowerCase() : key) ?? KEYS.get(key.toLowerCase()) ?? key,
    );
    return jamo.join("").replace(SYLLABLE, (match, initial: string, vowel: string, final: string | undefined) => {
      const syllable = compose(initial, vowel, final ?? "");
      if (syllable === undefined) return match;
      whole += match.length;
      return syllable;
    });
  });
  return whole / letters >= LEAST_WHOLE ? decoded : undefined;
}

function compose(initial: string, vowel: string, final: string): string | undefined {
  const indexes = [
    INITIALS.indexOf(initial),
    VOWELS.indexOf(VOWEL_PAIRS.get(vowel) ?? vowel),
    FINALS.indexOf(FINAL_PAIRS.get(final) ?? final),
  ] as const;
  return indexes.some((index) => index < 0) ? undefined : toSyllable(...indexes);
}
