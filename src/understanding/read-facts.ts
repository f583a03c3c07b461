import type { Day } from "../core/day.ts";
import type { ReadFact } from "../core/understanding.ts";
import {
  asks,
  isAboutOthers,
  isDestination,
  isInsideWord,
  isMeans,
  isNegated,
  type Statement,
  statementOf,
} from "./clause-shape.ts";
import { findPhrases, onlyValue, type Phrase, type PhraseMatch, phrasePattern, valuePhrases } from "./phrases.ts";
import { type DateReading, readDates } from "./read-dates.ts";
import { splitClauses } from "./split-clauses.ts";
import type { FactWords, Vocabulary } from "./vocabulary.ts";

interface PreparedFact {
  readonly fact: string;
  readonly kind: FactWords["kind"];
  readonly phrases: readonly Phrase[];
  /** Matches where any of the phrases might. */
  readonly anyPhrase: RegExp;
  readonly cues: readonly RegExp[];
  readonly anyCue: RegExp;
  readonly future: boolean;
}

/** Facts that the customer states without being asked. */
export type ReadFacts = (text: string, today: Day) => readonly ReadFact[];

/** A day of something else that one also joins or cancels. */
const OTHER_MATTER = /보험|멤버십|티빙|디즈니|OTT|보호\s?서비스|insurance|tving|disney|membership/i;

/** Days that bound a period belong to the rules, not to the customer ("9월 1일 이후 가입자"). */
const BOUND = /^\s?(?:이후|이전|부터|까지|전까지)/;

export function createReadFacts(vocabulary: Vocabulary): ReadFacts {
  const facts = prepare(vocabulary);
  return (text, today) => {
    const found = new Map<string, ReadFact | undefined>();
    for (const { text: clause } of splitClauses(text)) {
      for (const read of [...readValues(clause, facts, text), ...readDays(clause, facts, today)]) {
        const earlier = found.get(read.fact);
        // Two different values are two lines or two people: better asked than chosen.
        found.set(read.fact, earlier === undefined || earlier.value === read.value ? read : undefined);
      }
    }
    return [...found.values()].filter((read) => read !== undefined);
  };
}

/** Words that stand under several facts ("없어요") say nothing unasked. */
function prepare(vocabulary: Vocabulary): readonly PreparedFact[] {
  const uses = new Map<string, Set<string>>();
  for (const [fact, words] of Object.entries(vocabulary.facts)) {
    for (const { pattern } of valuePhrases(words)) {
      uses.set(pattern.source, (uses.get(pattern.source) ?? new Set()).add(fact));
    }
  }
  return Object.entries(vocabulary.facts).map(([fact, words]) => {
    const phrases = valuePhrases(words).filter(({ pattern }) => uses.get(pattern.source)?.size === 1);
    const cues = [...(words.cues?.ko ?? []), ...(words.cues?.en ?? [])].map(phrasePattern);
    const anyPhrase = anyOf(phrases.map(({ pattern }) => pattern));
    return { fact, kind: words.kind, phrases, anyPhrase, cues, anyCue: anyOf(cues), future: words.future === true };
  });
}

/** One pattern for all; for none, one that matches nothing. */
const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.length === 0 ? "(?!)" : patterns.map(({ source }) => source).join("|"));

const isCued = (clause: string, { kind, cues, anyCue }: PreparedFact): boolean =>
  cues.length === 0 ? kind === "enum" : anyCue.test(clause.toLowerCase());

function readValues(clause: string, facts: readonly PreparedFact[], message: string): readonly ReadFact[] {
  return facts.flatMap((fact): readonly ReadFact[] => {
    if (!fact.anyPhrase.test(clause.toLowerCase()) || !isCued(clause, fact)) return [];
    const matches = findPhrases(clause, fact.phrases).filter((match) => isOwn(clause, match));
    const said = onlyValue(clause, matches, fact.phrases);
    const statement = said && strongest(matches.map((match) => statementIn(clause, match)));
    if (said === undefined || statement === undefined) return [];
    const sole = statement === "is" || !MENTIONS_PHONE.test(message.replace(said.evidence, ""));
    return [{ fact: fact.fact, value: said.value, evidence: said.evidence, guessed: !sole || isAboutOthers(clause) }];
  });
}

/** With "인터넷 쓰는데", a phone elsewhere in the message may be what it is about. */
const MENTIONS_PHONE = /폰|휴대전화|모바일|phone|mobile/i;

/** Neither denied, nor where to, nor a part of another word. */
function isOwn(clause: string, match: PhraseMatch): boolean {
  const before = clause.slice(0, match.at);
  const after = clause.slice(match.end);
  if (match.end - match.at < 2 || isInsideWord(before, match.evidence) || isNegated(before, after)) return false;
  return !isDestination(before, after) && !isMeans(after);
}

/** "신청했어요?" asks; "알뜰폰인데 면제되나요" states. */
const statementIn = (clause: string, { at, end, evidence }: PhraseMatch): Statement | undefined =>
  asks(clause.slice(at, end + 3)) ? undefined : statementOf(clause.slice(0, at), evidence, clause.slice(end));

const strongest = (statements: readonly (Statement | undefined)[]): Statement | undefined =>
  statements.find((statement) => statement === "is") ?? statements.find((statement) => statement !== undefined);

function readDays(clause: string, facts: readonly PreparedFact[], today: Day): readonly ReadFact[] {
  const dated = facts.filter((fact) => fact.kind === "date" && fact.anyCue.test(clause.toLowerCase()));
  if (dated.length === 0 || OTHER_MATTER.test(clause)) return [];
  const doubted = asks(clause) || isAboutOthers(clause);
  const planned = dated.some(({ future }) => future) ? readDates(clause, today, true) : [];
  return readDates(clause, today).flatMap((past, at): readonly ReadFact[] => {
    const after = clause.slice(past.at + past.evidence.length);
    const fact = nearestFact(clause, past, dated);
    if (fact === undefined || BOUND.test(after) || isNegated("", after)) return [];
    const day = (fact.future ? planned[at] : undefined) ?? past;
    return [toReadFact(fact.fact, day, day.guessed || doubted)];
  });
}

/** Whose cue stands nearest; one that follows the day counts as nearer, because Korean verbs come last. */
function nearestFact(clause: string, day: DateReading, facts: readonly PreparedFact[]): PreparedFact | undefined {
  let best: { fact: PreparedFact; distance: number } | undefined;
  for (const fact of facts) {
    for (const cue of fact.cues) {
      for (const match of clause.toLowerCase().matchAll(cue)) {
        const behind = match.index - (day.at + day.evidence.length);
        const distance = behind >= 0 ? behind : 10 + day.at - (match.index + match[0].length);
        if (best === undefined || distance < best.distance) best = { fact, distance };
      }
    }
  }
  return best?.fact;
}

export const toReadFact = (fact: string, { range, evidence, precision }: DateReading, guessed: boolean): ReadFact => ({
  fact,
  value: range.from,
  ...(range.to === range.from ? {} : { to: range.to }),
  ...(precision === "guessed-year" ? { yearGuessed: true } : {}),
  evidence,
  guessed,
});
