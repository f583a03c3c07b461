import { FINALS, INITIALS, isSyllable, toSyllable, VOWELS } from "../../../src/understanding/hangul.ts";

/** One syllable in so many gets a wrong jamo. */
const ONE_IN = 8;

/** Slips of the finger: about one syllable in eight has one jamo (first, middle or last) replaced by another. */
export function withJamoErrors(text: string, random: () => number): string {
  return [...text]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      return isSyllable(code) && random() < 1 / ONE_IN ? withWrongJamo(code, random) : letter;
    })
    .join("");
}

function withWrongJamo(code: number, random: () => number): string {
  const index = code - 0xac00;
  const parts = [
    { at: Math.floor(index / (VOWELS.length * FINALS.length)), of: INITIALS.length },
    { at: Math.floor(index / FINALS.length) % VOWELS.length, of: VOWELS.length },
    { at: index % FINALS.length, of: FINALS.length },
  ];
  const slip = Math.floor(random() * parts.length);
  const [initial = 0, vowel = 0, final = 0] = parts.map(({ at, of }, part) =>
    part === slip ? (at + 1 + Math.floor(random() * (of - 1))) % of : at,
  );
  return toSyllable(initial, vowel, final);
}

export const withoutSpaces = (text: string): string => text.replace(/\s+/gu, "");
