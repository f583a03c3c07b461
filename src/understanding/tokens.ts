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

/** Stretches of a text of which all n-grams of these sizes are tokens. */
export interface GramText {
  readonly sign: string;
  readonly sizes: readonly number[];
  readonly text: string;
}

/** What a text is made of; its tokens are those of all parts in this order. */
export interface TextParts {
  readonly before: readonly string[];
  readonly grams: readonly GramText[];
  readonly after: readonly string[];
}

/** Letters that are written as two units; a text without them can be cut anywhere. */
const PAIRED = /[\ud800-\udfff]/;

/** All n-grams, marked with their sign. */
function gramTokens({ sign, sizes, text }: GramText): readonly string[] {
  const out: string[] = [];
  const letters = PAIRED.test(text) ? [...text] : undefined;
  const length = letters?.length ?? text.length;
  for (const size of sizes) {
    for (let at = 0; at + size <= length; at++) {
      out.push(`${sign}:${letters?.slice(at, at + size).join("") ?? text.slice(at, at + size)}`);
    }
  }
  return out;
}

const koreanParts = (words: readonly string[]): TextParts => ({
  before: words.map((word) => `w:${word}`),
  grams: [
    { sign: "s", sizes: [1, 2], text: ` ${words.join(" ")} ` },
    { sign: "j", sizes: [3, 5], text: toJamo(words.join("")) },
  ],
  after: [],
});

function englishParts(words: readonly string[]): TextParts {
  const stems = words.map((word) => porter.stem(word));
  const before = words.map((word) => `w:${word}`);
  for (let at = 0; at + 1 < words.length; at++) before.push(`b:${words[at]} ${words[at + 1]}`);
  const after = stems.map((stem) => `p:${stem}`);
  for (let at = 0; at + 1 < stems.length; at++) after.push(`p:${stems[at]} ${stems[at + 1]}`);
  return { before, grams: words.map((word) => ({ sign: "c", sizes: [2, 3, 4, 5], text: ` ${word} ` })), after };
}

/** Concepts and pairs of them are the only tokens that languages have in common. */
export const isShared = (token: string): boolean => token.startsWith("k:") || token.startsWith("m:");

/**
 * Parts of a text that `toWords` has prepared. With `isKnown`, words of concepts are also found where a wrong letter
 * made pairs of syllables that are not known.
 */
export function textParts(
  text: string,
  language: Language,
  isKnownPair: (pair: string) => boolean = () => true,
): TextParts {
  const words = tokenizer.tokenize(text);
  const parts = language === "ko" ? koreanParts(words) : englishParts(words);
  return { ...parts, after: [...parts.after, ...conceptTokens(words, isKnownPair)] };
}

export const tokensOf = ({ before, grams, after }: TextParts): string[] => [
  ...before,
  ...grams.flatMap(gramTokens),
  ...after,
];
