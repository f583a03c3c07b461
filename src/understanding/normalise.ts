import { FINALS, INITIALS, VOWELS } from "./hangul.ts";
import { expandInitials } from "./initials.ts";

/** Longest text that is read; of a longer one the beginning and the end count. */
const MAX_LENGTH = 10_000;
const TAIL = 2_000;

const INVISIBLE = /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\u115f|\u1160|\u3164|\uffa0|[\ufe00-\ufe0f]/gu;
/** Letters of the Korean keyboard; NFKC would take them apart from what the dictionaries know. */
const NOT_KEYBOARD_JAMO = /[^\u3131-\u318e]+/gu;

/** One spelling for the same words: composed letters, plain spaces, no invisible signs, no endless repeats. Keeps sentence signs. */
export function normalise(raw: string): string {
  const composed = compose(
    clipped(raw)
      .toWellFormed()
      .replace(/\r\n?|[\u2028\u2029]/g, "\n"),
  );
  // One sign may stand for a whole sentence ("ﷺ").
  return expandInitials(squeeze(clipped(composed).toWellFormed()));
}

const clipped = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - TAIL)} ${text.slice(-TAIL)}` : text;

const compose = (text: string): string =>
  text
    .replace(/\t/g, " ")
    .replace(INVISIBLE, (sign) => (sign === "\n" ? "\n" : ""))
    .normalize("NFC")
    .replace(NOT_KEYBOARD_JAMO, (part) => part.normalize("NFKC"))
    .replace(/[\u1100-\u1112]/g, (letter) => INITIALS[letter.charCodeAt(0) - 0x1100] ?? "")
    .replace(/[\u1161-\u1175]/g, (letter) => VOWELS[letter.charCodeAt(0) - 0x1161] ?? "")
    .replace(/[\u11a8-\u11c2]/g, (letter) => FINALS[letter.charCodeAt(0) - 0x11a7] ?? "")
    .replace(/\ufffd/g, " ")
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"');

const squeeze = (text: string): string =>
  text
    .replace(/(\p{Mn}{2})\p{Mn}+/gu, "$1")
    .replace(/([ㄱ-ㅎㅏ-ㅣ])\1{2,}/g, "$1$1")
    .replace(/([^\d\s])\1{3,}/gu, "$1$1")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();

/** What the classifier compares: lower case, only letters and digits, long numbers blurred. Empty when nothing is said. */
export const toWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/https?:\/\/\S+|www\.\S+/g, " url ")
    .replace(/(?<=\p{Script=Latin})'(?=\p{Script=Latin})/gu, "")
    .replace(/\d{3,}/g, "0")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();

/** Equal for texts that differ in case, spaces and signs only. */
export const toKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
