/** Jamo in the order of the Unicode block of whole syllables (U+AC00 on). */
export const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"];
export const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
export const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

const FIRST = 0xac00;
const LAST = 0xd7a3;
const PER_INITIAL = VOWELS.length * FINALS.length;

export const isSyllable = (code: number): boolean => code >= FIRST && code <= LAST;

/** Three letters for a whole syllable; `-` stands for an empty final. Anything else stays. */
export function toJamo(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isSyllable(code)) {
      out += text[at];
      continue;
    }
    const index = code - FIRST;
    const rest = index % PER_INITIAL;
    out += INITIALS[Math.floor(index / PER_INITIAL)];
    out += VOWELS[Math.floor(rest / FINALS.length)];
    out += FINALS[rest % FINALS.length] || "-";
  }
  return out;
}

/** The whole syllable of these jamo (indexes into the tables). */
export const toSyllable = (initial: number, vowel: number, final: number): string =>
  String.fromCharCode(FIRST + (initial * VOWELS.length + vowel) * FINALS.length + final);
