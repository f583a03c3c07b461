import type { Language } from "../core/language.ts";
import {
  BITS,
  createGramTable,
  type GramTable,
  highOf,
  keyOf,
  type LetterBits,
  lettersOf,
  lowOf,
} from "./gram-table.ts";
import type { SparseVector } from "./linear-model.ts";
import { type GramText, textParts, tokensOf } from "./tokens.ts";
import { type Counted, countedOf, toVector, type VectorSpace, vectorOf } from "./vector-space.ts";

/** The vector of a text that `toWords` has prepared. */
export type TextReader = (text: string) => SparseVector;

/** Gives the same vectors as `toVector` does of `tokensOf`, without writing out the grams as strings. */
export function createReader(space: VectorSpace, language: Language): TextReader {
  const table = createGramTable(space.ids);
  const places = new Int32Array(space.ids.size);
  const isKnownPair = (pair: string): boolean =>
    language !== "ko" || table.find(2, (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)) >= 0;
  return (text) => {
    const parts = textParts(text, language, isKnownPair);
    const lettered = parts.grams.map(withLetters);
    // Letters of other scripts are rare enough to be read in the slow way.
    if (!lettered.every((one) => one !== undefined)) return toVector(tokensOf(parts), space);
    const grams = countGrams(lettered, table, places);
    return vectorOf([...countedOf(parts.before, space.ids), ...grams, ...countedOf(parts.after, space.ids)], space);
  };
}

interface Lettered extends GramText {
  readonly letters: Uint16Array;
  readonly bits: LetterBits;
}

function withLetters(gram: GramText): Lettered | undefined {
  const bits = BITS[gram.sign];
  const letters = bits && lettersOf(gram.text, bits);
  return bits && letters && { ...gram, bits, letters };
}

/** As `countedOf`. `places` is empty before and after: where in the result a known gram stands, plus one. */
function countGrams(texts: readonly Lettered[], table: GramTable, places: Int32Array): readonly Counted[] {
  const all: Counted[] = [];
  const unseen = new Map<number, Counted>();
  for (const { sign, sizes, letters, bits } of texts) {
    for (const size of sizes) {
      for (let at = 0; at + size <= letters.length; at++) {
        const high = highOf(letters, at, size, bits);
        const low = lowOf(letters, at, size, bits);
        const id = table.find(high, low);
        const key = keyOf(high, low, bits);
        const before = id < 0 ? unseen.get(key) : all[(places[id] ?? 0) - 1];
        if (before !== undefined) {
          before.count += 1;
          continue;
        }
        const first = { sign, id: id < 0 ? undefined : id, count: 1 };
        all.push(first);
        if (id < 0) unseen.set(key, first);
        else places[id] = all.length;
      }
    }
  }
  for (const { id } of all) if (id !== undefined) places[id] = 0;
  return all;
}
