import type { Concept } from "./concept.ts";
import { BRANDS } from "./detect-language.ts";
import { EVERYDAY_CONCEPTS } from "./everyday-concepts.ts";
import { HARM_CONCEPTS } from "./harm-concepts.ts";
import { MATTER_CONCEPTS } from "./matter-concepts.ts";
import { indexLiterals, nearConcepts } from "./near-literals.ts";
import { PARTY_CONCEPTS } from "./party-concepts.ts";
import { REMEDY_CONCEPTS } from "./remedy-concepts.ts";
import { readShortReply } from "./short-replies.ts";
import { readSteering } from "./steering.ts";
import { TALK_CONCEPTS } from "./talk-concepts.ts";

const toPattern = ([concept, ko, en]: Concept) => ({
  concept,
  ko: new RegExp(ko),
  en: new RegExp(`\\b(?:${en})`),
});
const topics = [...REMEDY_CONCEPTS, ...HARM_CONCEPTS].map(toPattern);
const more = [...PARTY_CONCEPTS, ...MATTER_CONCEPTS, ...TALK_CONCEPTS, ...EVERYDAY_CONCEPTS];
const patterns = [...topics, ...more.map(toPattern)];
/** Short words are too easily others; names and everyday words most of all. */
const literals = [
  indexLiterals([...REMEDY_CONCEPTS, ...HARM_CONCEPTS, ...MATTER_CONCEPTS, ...TALK_CONCEPTS], 2),
  indexLiterals([...PARTY_CONCEPTS, ...EVERYDAY_CONCEPTS], 3),
];

/** More concepts than this are a rambling text, where pairs say nothing. */
const MOST_PAIRED = 10;

/** English words of a Korean sentence; names that every sentence has are Korean too. */
const foreignWords = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => word.match(/[a-z]{2,}/g) ?? []).filter((word) => !BRANDS.has(word));

/** What the text says when it is nothing but an answer or a word of steering. */
function replyTokens(text: string): readonly string[] {
  const [reply, steering] = [readShortReply(text), readSteering(text)];
  return [
    ...(reply === undefined ? [] : [`k:reply ${reply}`]),
    ...(steering === undefined ? [] : [`k:wish ${steering}`]),
  ];
}

/** Concepts that the words name, and their pairs. Words with a wrong letter count where syllables stand in no known pair. */
export function conceptTokens(words: readonly string[], isKnownPair: (pair: string) => boolean): string[] {
  // Languages are mixed in one sentence ("제 data도 leak 됐는지"), so both are looked for.
  const joined = words.join("");
  const korean = /[가-힣]/.test(joined);
  const spaced = korean ? foreignWords(words).join(" ") : words.join(" ");
  const near = new Set(literals.flatMap((index) => [...nearConcepts(korean ? words : [], index, isKnownPair)]));
  const named = patterns
    .filter(
      ({ concept, ko, en }) => (korean && (near.has(concept) || ko.test(joined))) || (spaced !== "" && en.test(spaced)),
    )
    .map((pattern) => pattern.concept);
  const out = [...named.map((concept) => `k:${concept}`), ...replyTokens(words.join(" "))];
  if (named.length > MOST_PAIRED) return out;
  named.forEach((first, at) => {
    for (const second of named.slice(at + 1)) out.push(`m:${first}+${second}`);
  });
  return out;
}

/** Concepts that any talk may name. */
const EVERYDAY = new Set(["when", "how", "why", "family", "event", "bot", "other", "before"]);

const ours = topics.filter(({ concept }) => !EVERYDAY.has(concept));
const OURS = {
  ko: new RegExp(ours.map(({ ko }) => ko.source).join("|")),
  en: new RegExp(ours.map(({ en }) => en.source).join("|")),
};

/** True when the text names a matter of ours in at least one word. */
export const namesConcept = (text: string): boolean =>
  OURS.ko.test(text.toLowerCase().replace(/\s+/g, "")) || OURS.en.test(text.toLowerCase());
