import { BRANDS } from "./detect-language.ts";
import { FINALS, INITIALS, toSyllable, VOWELS } from "./hangul.ts";
import { isOrdinarySyllable } from "./is-ordinary-syllable.ts";

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

/** Of the syllables: those that ordinary Korean is made of. "visit" would be 퍄냣. */
const LEAST_COMMON = 0.75;

/** A few Korean words look like English ("so" is 내); more of them are English. */
const MOST_ENGLISH = 0.3;

/** From this length on a single word among Korean ones is read by itself. */
const LEAST_ALONE = 4;

const WORDS = /[A-Za-z]+/g;
/** A brand and what is joined to it: no Korean word begins with a vowel, so "ktdptj" is "kt에서". */
const BRAND_JOINED = /^(?:kt|lgu|lg|usim)(?=[a-z])/i;

/**
 * Reads Korean that was typed with the keyboard switched to English ("dkssud" → "안녕").
 * Undefined when the text is not that; never throws.
 */
export function decodeKeyboard(text: string, isEnglish: (word: string) => boolean): string | undefined {
  if (/[^\P{L}A-Za-z가-힣ㄱ-ㅎㅏ-ㅣ]/u.test(text)) return undefined;
  const words = text.match(WORDS)?.filter((word) => !isBrand(word)) ?? [];
  const letters = words.join("").length;
  if (letters < 2) return undefined;
  if (/[가-힣]/.test(text)) return decodeWords(text, isEnglish);
  const english = words.filter((word) => isEnglish(word.toLowerCase())).join("").length;
  if (english / letters >= MOST_ENGLISH) return undefined;
  const shouted = isShouted(words.join(""));
  const all = words.map((word) => decodeWord(word, shouted));
  const whole = sum(all.map((each) => each.whole));
  if (whole / letters < LEAST_WHOLE) return undefined;
  if (sum(all.map((each) => each.common)) / sum(all.map((each) => each.syllables)) < LEAST_COMMON) return undefined;
  return text.replace(WORDS, (word) => (isBrand(word) ? word : decodeWord(word, shouted).text));
}

/** Words between Korean ones, where nothing but ordinary syllables comes out ("위약금 auswp"). */
function decodeWords(text: string, isEnglish: (word: string) => boolean): string | undefined {
  const decoded = text.replace(WORDS, (word) => {
    if (word.length < LEAST_ALONE || isBrand(word) || isEnglish(word.toLowerCase())) return word;
    const read = decodeWord(word, isShouted(word));
    return read.letters === read.whole && read.common === read.syllables ? read.text : word;
  });
  return decoded === text ? undefined : decoded;
}

const isBrand = (word: string): boolean => BRANDS.has(word.toLowerCase());

/** Typed with Caps Lock on, where Shift writes small letters. */
const isShouted = (letters: string): boolean => letters.replace(/[a-z]/g, "").length * 2 > letters.length;

const swapCase = (keys: string): string =>
  keys.replace(/[a-z]/gi, (key) => (key < "a" ? key.toLowerCase() : key.toUpperCase()));

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

interface DecodedWord {
  readonly text: string;
  readonly letters: number;
  /** Letters that became whole syllables. */
  readonly whole: number;
  readonly syllables: number;
  readonly common: number;
}

function decodeWord(word: string, shouted: boolean): DecodedWord {
  const brand = BRAND_JOINED.exec(word)?.[0] ?? "";
  const keys = shouted ? swapCase(word.slice(brand.length)) : word.slice(brand.length);
  const jamo = [...keys].map((key) => KEYS.get(key) ?? KEYS.get(key.toLowerCase()) ?? key);
  let [whole, syllables, common] = [brand.length, 0, 0];
  const read = jamo.join("").replace(SYLLABLE, (match, initial: string, vowel: string, final: string | undefined) => {
    const syllable = compose(initial, vowel, final ?? "");
    if (syllable === undefined) return match;
    whole += match.length;
    syllables += 1;
    if (isOrdinarySyllable(syllable)) common += 1;
    return syllable;
  });
  return { text: brand + read, letters: word.length, whole, syllables, common };
}

function compose(initial: string, vowel: string, final: string): string | undefined {
  const indexes = [
    INITIALS.indexOf(initial),
    VOWELS.indexOf(VOWEL_PAIRS.get(vowel) ?? vowel),
    FINALS.indexOf(FINAL_PAIRS.get(final) ?? final),
  ] as const;
  return indexes.some((index) => index < 0) ? undefined : toSyllable(...indexes);
}
