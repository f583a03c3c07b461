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
import { findPhrases, onlyValue, type PhraseMatch } from "./phrases.ts";
import { isCued, nearestFact, type PreparedFact, prepareFacts } from "./prepared-facts.ts";
import { readBirths } from "./read-births.ts";
import { type DateReading, readDates } from "./read-dates.ts";
import { splitClauses } from "./split-clauses.ts";
import { readStatedBirths } from "./state-births.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Facts that the customer states without being asked. */
export type ReadFacts = (text: string, today: Day) => readonly ReadFact[];

/** A day of something else that one also joins or cancels. */
const OTHER_MATTER = /보험|멤버십|티빙|디즈니|OTT|보호\s?서비스|insurance|tving|disney|membership/i;

/** Days that bound a period belong to the rules, not to the customer ("9월 1일 이후 가입자"). */
const BOUND = /^\s?(?:이후|이전|부터|까지|전까지)/;

export function createReadFacts(vocabulary: Vocabulary): ReadFacts {
  const facts = prepareFacts(vocabulary);
  const banded = facts.filter(({ bands }) => bands !== undefined);
  return (text, today) => {
    const found = new Map<string, ReadFact | undefined>();
    for (const { text: clause, at } of splitClauses(text)) {
      const births = banded.length === 0 ? [] : readStatedBirths(clause, banded, { message: text, today });
      for (const part of [...readValues(clause, facts, text), ...births, ...readDays(clause, facts, today)]) {
        const read = movedBy(at, part);
        const earlier = found.get(read.fact);
        // Two different values are two lines or two people: better asked than chosen.
        found.set(read.fact, earlier === undefined || earlier.value === read.value ? read : undefined);
      }
    }
    return [...found.values()].filter((read) => read !== undefined);
  };
}

function readValues(clause: string, facts: readonly PreparedFact[], message: string): readonly ReadFact[] {
  return facts.flatMap((fact): readonly ReadFact[] => {
    if (!isCued(clause, fact)) return [];
    const matches = findPhrases(clause, fact.phrases).filter((match) => isOwn(clause, match));
    const said = onlyValue(clause, matches, fact.phrases);
    const statement = said && strongest(matches.map((match) => statementIn(clause, match)));
    if (said === undefined || statement === undefined) return [];
    const sole = statement === "is" || !MENTIONS_PHONE.test(message.replace(said.evidence, ""));
    const { value, evidence, at } = said;
    return [{ fact: fact.fact, value, evidence, at, guessed: !sole || isAboutOthers(clause) }];
  });
}

/** With "인터넷 쓰는데", a phone elsewhere in the message may be what it is about. */
const MENTIONS_PHONE = /폰|휴대전화|모바일|phone|mobile/i;

/** Neither denied, nor where to, nor a part of another word. */
export function isOwn(clause: string, match: PhraseMatch): boolean {
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
  const births = readBirths(clause, { today });
  const planned = dated.some(({ future }) => future) ? readDates(clause, today, true) : [];
  return readDates(clause, today).flatMap((past, at): readonly ReadFact[] => {
    const after = clause.slice(past.at + past.evidence.length);
    const fact = nearestFact(clause, past, dated);
    if (fact === undefined || BOUND.test(after) || isNegated("", after) || births.some((it) => overlap(it, past)))
      return [];
    const day = (fact.future ? planned[at] : undefined) ?? past;
    return [toReadFact(fact.fact, day, day.guessed || doubted)];
  });
}

/** True when two readings share words: a day of birth is no day of anything else. */
export const overlap = (one: Place, other: Place): boolean =>
  one.at < other.at + other.evidence.length && other.at < one.at + one.evidence.length;

type Place = Pick<ReadFact, "at" | "evidence">;

/** What was read in a part of the message that starts at `at`. */
export const movedBy = (at: number, read: ReadFact): ReadFact => ({ ...read, at: read.at + at });

export const toReadFact = (
  fact: string,
  { range, evidence, at, precision }: DateReading,
  guessed: boolean,
): ReadFact => ({
  fact,
  value: range.from,
  ...(range.to === range.from ? {} : { to: range.to }),
  ...(precision === "guessed-year" ? { yearGuessed: true } : {}),
  evidence,
  at,
  guessed,
});
