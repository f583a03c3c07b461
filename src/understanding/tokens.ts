import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { RegexpTokenizer } from "natural/lib/natural/tokenizers/regexp_tokenizer.js";
import type { Language } from "../core/language.ts";
import { toJamo } from "./hangul.ts";
import { conceptTokens } from "./read-concepts.ts";

/** Kinds of features; each token starts with the sign of its block, so that no word can hit a name of the runtime. */
export interface Block {
  readonly sign: string;
  readonly weight: number;
}

/**
 * Measured by cross-validation. Korean words count little because their parts say the same again. Concepts weigh more in English,
 * which has fewer examples. Jamo of length 4 only repeat what those of 3 and 5 say.
 */
export const BLOCKS: Readonly<Record<Language, readonly Block[]>> = {
  ko: [
    { sign: "w", weight: 0.3 },
    { sign: "s", weight: 1 },
    { sign: "j", weight: 1 },
    { sign: "k", weight: 0.8 },
    { sign: "m", weight: 0.5 },
  ],
  en: [
    { sign: "w", weight: 1 },
    { sign: "b", weight: 0.5 },
    { sign: "c", weight: 1 },
    { sign: "p", weight: 1 },
    { sign: "k", weight: 1 },
    { sign: "m", weight: 0.5 },
  ],
};

const tokenizer = new RegexpTokenizer({ pattern: /[^\p{L}\p{N}\p{M}]+/u });

/** All n-grams of `text`, marked with `sign`. */
function grams(out: string[], sign: string, text: string, sizes: readonly number[]): void {
  const letters = [...text];
  for (const size of sizes) {
    for (let at = 0; at + size <= letters.length; at++) out.push(`${sign}:${letters.slice(at, at + size).join("")}`);
  }
}

function koreanTokens(words: readonly string[]): string[] {
  const out = words.map((word) => `w:${word}`);
  grams(out, "s", ` ${words.join(" ")} `, [1, 2]);
  grams(out, "j", toJamo(words.join("")), [3, 5]);
  return out;
}

function englishTokens(words: readonly string[]): string[] {
  const stems = words.map((word) => porter.stem(word));
  const out = words.map((word) => `w:${word}`);
  for (let at = 0; at + 1 < words.length; at++) out.push(`b:${words[at]} ${words[at + 1]}`);
  for (const word of words) grams(out, "c", ` ${word} `, [2, 3, 4, 5]);
  for (const stem of stems) out.push(`p:${stem}`);
  for (let at = 0; at + 1 < stems.length; at++) out.push(`p:${stems[at]} ${stems[at + 1]}`);
  return out;
}

/** Concepts and pairs of them are the only tokens that languages have in common. */
export const isShared = (token: string): boolean => token.startsWith("k:") || token.startsWith("m:");

/**
 * Tokens of a text that `toWords` has prepared. With `isKnown`, words of concepts are also found where a wrong letter
 * made tokens that are not known.
 */
export function tokens(text: string, language: Language, isKnown: (token: string) => boolean = () => true): string[] {
  const words = tokenizer.tokenize(text);
  const parts = language === "ko" ? koreanTokens(words) : englishTokens(words);
  return [...parts, ...conceptTokens(words, (pair) => isKnown(`s:${pair}`))];
}
