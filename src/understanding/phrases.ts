import { matchesOf } from "./matches-of.ts";
import { toKey } from "./normalise.ts";
import { type Candidates, createCandidates } from "./phrase-trie.ts";
import type { FactWords } from "./vocabulary.ts";

/** A place where words of a list stand. */
export interface PhraseMatch {
  readonly value: string;
  readonly at: number;
  readonly end: number;
  readonly evidence: string;
}

export interface Phrase {
  readonly value: string;
  readonly wording: string;
  readonly pattern: RegExp;
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** Pattern of a phrase: Korean with or without spaces between its letters, English as whole words. */
export function phrasePattern(words: string): RegExp {
  if (/[가-힣]/.test(words)) {
    const letters = [...words.toLowerCase().replace(/\s+/g, "")].map(literally);
    const [start, end] = [
      /^[a-z0-9]/i.test(words) ? "(?<![a-z0-9])" : "",
      /[a-z0-9]$/i.test(words) ? "(?![a-z0-9])" : "",
    ];
    return new RegExp(`${start}${letters.join("\\s?")}${end}`, "g");
  }
  const parts = words.toLowerCase().trim().split(/\s+/).map(literally);
  return new RegExp(`(?<![a-z0-9])${parts.join("\\s+")}(?:s|es)?(?![a-z0-9])`, "g");
}

const prepared = new WeakMap<FactWords, readonly Phrase[]>();

/** Every wording of every value, options included. */
export function valuePhrases(words: FactWords): readonly Phrase[] {
  const phrases = prepared.get(words) ?? compileValues(words);
  prepared.set(words, phrases);
  return phrases;
}

function compileValues(words: FactWords): readonly Phrase[] {
  const phrases: Phrase[] = [];
  for (const [value, { ko, en }] of Object.entries(words.values)) {
    const option = words.options?.[value];
    for (const wording of [...ko, ...en, ...(option === undefined ? [] : [option.ko, option.en])]) {
      if (toKey(wording) !== "") phrases.push({ value, wording, pattern: phrasePattern(wording) });
    }
  }
  return phrases;
}

const tries = new WeakMap<readonly Phrase[], Candidates<Phrase>>();

/** A pack has hundreds of wordings; only those whose letters the text holds are matched. */
function candidatesOf(phrases: readonly Phrase[]): Candidates<Phrase> {
  const trie = tries.get(phrases) ?? createCandidates(phrases.map((phrase) => [phrase.wording, phrase]));
  tries.set(phrases, trie);
  return trie;
}

/** Matches in order; a match inside a longer one does not count. */
export function findPhrases(text: string, phrases: readonly Phrase[]): readonly PhraseMatch[] {
  const lower = toLowerInPlace(text);
  const found: PhraseMatch[] = [];
  for (const { value, pattern } of candidatesOf(phrases)(text)) {
    for (const match of matchesOf(lower, pattern)) {
      found.push({
        value,
        at: match.index,
        end: match.index + match[0].length,
        evidence: text.slice(match.index, match.index + match[0].length),
      });
    }
  }
  return outermost(found).slice(0, MOST_MATCHES);
}

/** No clause names more values than this. */
const MOST_MATCHES = 40;

/** In order; the longest of those that start at one place comes first, so that one look back is enough. */
function outermost(found: readonly PhraseMatch[]): readonly PhraseMatch[] {
  let last: PhraseMatch | undefined;
  return found
    .toSorted((a, b) => a.at - b.at || b.end - a.end)
    .filter((one) => {
      if (last !== undefined && contains(last, one)) return false;
      if (last === undefined || one.end > last.end) last = one;
      return true;
    });
}

/** Lower case in which every letter keeps its place; "İ" would become two. */
export const toLowerInPlace = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
};

const contains = (outer: PhraseMatch, inner: PhraseMatch): boolean =>
  outer !== inner && outer.at <= inner.at && outer.end >= inner.end && outer.end - outer.at > inner.end - inner.at;

/**
 * The match of the only value that is named. The first value of a fact is the ordinary case ("휴대폰") and gives way to
 * a special one beside it ("알뜰폰 휴대폰이에요").
 */
export function onlyValue(
  text: string,
  matches: readonly PhraseMatch[],
  phrases: readonly Phrase[],
): PhraseMatch | undefined {
  if (new Set(matches.map((match) => match.value)).size > 1 && isList(text, matches)) return undefined;
  const special = matches.filter((match) => match.value !== phrases[0]?.value);
  const kept = special.length > 0 ? special : matches;
  return new Set(kept.map((match) => match.value)).size === 1 ? kept.at(-1) : undefined;
}

/** "휴대폰이랑 인터넷 둘 다": several, not one. */
const isList = (text: string, matches: readonly PhraseMatch[]): boolean =>
  /랑|하고|[와과]\s|및|또는|이나|둘|다요|,|\band\b|&|\bboth\b|\bor\b/i.test(
    text.slice(matches[0]?.at, (matches.at(-1)?.end ?? 0) + 5),
  );
