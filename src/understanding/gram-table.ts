/**
 * Known n-grams with letters as numbers instead of strings: one look into one array per gram. Most tokens of a text are grams, and
 * looking them up as strings in a map of tens of thousands was the dearest part of understanding a message.
 */
export interface GramTable {
  /** Id of the gram with this key, or -1. */
  find(high: number, low: number): number;
}

/** Bits of one letter of the grams of each sign. */
export type LetterBits = 7 | 16;

export const BITS: Readonly<Record<string, LetterBits>> = { s: 16, j: 7, c: 7 };

/** Numbers of the letters that grams of seven bits are made of; 0 for any other letter. */
const SYMBOLS = new Uint8Array(0x10000);
[
  ..."ㄱㄲㄳㄴㄵㄶㄷㄸㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅃㅄㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ- abcdefghijklmnopqrstuvwxyz0123456789",
].forEach((letter, at) => {
  SYMBOLS[letter.charCodeAt(0)] = at + 1;
});

/** The text's letters as numbers; undefined where a letter has none, or is written as two units. */
export function lettersOf(text: string, bits: LetterBits): Uint16Array | undefined {
  const letters = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = bits === 7 ? (SYMBOLS[code] ?? 0) : code >= 0xd800 && code <= 0xdfff ? 0 : code;
    if (letter === 0) return undefined;
    letters[at] = letter;
  }
  return letters;
}

/** Upper part of a gram's key: its size and, of seven-bit letters, the first three. */
export function highOf(letters: Uint16Array, at: number, size: number, bits: number): number {
  if (bits === 16) return size;
  return (
    (size << 21) | ((letters[at] ?? 0) << 14) | ((letters[at + 1] ?? 0) << 7) | (size > 2 ? (letters[at + 2] ?? 0) : 0)
  );
}

/** Lower part: the rest of its letters. */
export function lowOf(letters: Uint16Array, at: number, size: number, bits: number): number {
  if (bits === 16) return ((letters[at] ?? 0) << 16) | (size > 1 ? (letters[at + 1] ?? 0) : 0);
  return (size > 3 ? (letters[at + 3] ?? 0) << 7 : 0) | (size > 4 ? (letters[at + 4] ?? 0) : 0);
}

/** Both parts of a key in one number, exactly: 2 + 32 bits or 24 + 14. */
export const keyOf = (high: number, low: number, bits: LetterBits): number =>
  bits === 16 ? high * 2 ** 32 + (low >>> 0) : high * 2 ** 14 + low;

/** High, low and id + 1 of a gram stand side by side. */
const WIDTH = 3;

/** `ids` are those of a vector space. Grams with letters that have no number are left out; no text with them is looked up here. */
export function createGramTable(ids: ReadonlyMap<string, number>): GramTable {
  const mask = 2 ** Math.ceil(Math.log2(ids.size * 2 + 2)) - 1;
  const cells = new Int32Array((mask + 1) * WIDTH);
  const cellOf = (high: number, low: number): number => {
    let slot = Math.imul(Math.imul(high, 0x9e3779b1) ^ low, 0x85ebca6b);
    for (slot ^= slot >>> 15; ; slot++) {
      const cell = (slot & mask) * WIDTH;
      if (cells[cell + 2] === 0 || (cells[cell] === high && cells[cell + 1] === low)) return cell;
    }
  };
  for (const [token, id] of ids) {
    const bits = BITS[token.charAt(0)];
    const letters = bits && lettersOf(token.slice(2), bits);
    if (bits === undefined || letters === undefined) continue;
    const high = highOf(letters, 0, letters.length, bits);
    const low = lowOf(letters, 0, letters.length, bits);
    cells.set([high, low, id + 1], cellOf(high, low));
  }
  return { find: (high, low) => (cells[cellOf(high, low) + 2] ?? 0) - 1 };
}
