import type { Day } from "../core/day.ts";
import type { FactName } from "../core/fact.ts";
import type { ReadFact } from "../core/understanding.ts";
import { addDays } from "./calendar.ts";
import { asks, isNegated } from "./clause-shape.ts";
import { toKey } from "./normalise.ts";
import { phrasePattern } from "./phrases.ts";
import { anyOf } from "./prepared-facts.ts";
import { type DateReading, readDates } from "./read-dates.ts";
import { toReadFact } from "./read-facts.ts";
import type { FactWords, Vocabulary } from "./vocabulary.ts";

/** The fact that was asked for. */
export interface AskedFact {
  readonly fact: FactName;
  readonly vocabulary: Vocabulary;
  readonly today: Day;
}

/** A day before which nobody had a contract; stands for "before" without an end. */
const LONG_AGO: Day = "1990-01-01";
/** In a question, a value counts as the answer only if it is most of what is said. */
const MOST_OF_IT = 0.55;

/** True when the words are most of the clause. */
export const covers = (evidence: string, clause: string): boolean =>
  toKey(evidence).length >= MOST_OF_IT * toKey(clause).length;

/** The day, or the span of days, with which a clause answers the question for a dated fact. */
export function readAskedDay(clause: string, words: FactWords, asked: AskedFact): ReadFact | undefined {
  if (belongsElsewhere(clause, asked)) return undefined;
  const days = readDates(clause, asked.today, words.future === true).filter(
    (day) => !isNegated("", clause.slice(day.at + day.evidence.length)),
  );
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const doubted = asks(clause);
  if (doubted && !covers(days.map((day) => day.evidence).join(""), clause)) return undefined;
  const day = days.length > 1 && !/아니/.test(clause.slice(first.at, last.at)) ? joined(days, clause) : last;
  const widened = widen(day, clause.slice(last.at + last.evidence.length), asked.today);
  return toReadFact(asked.fact, widened, doubted || widened.guessed);
}

/** True when the clause speaks of another dated fact and not of this one. */
function belongsElsewhere(clause: string, { fact, vocabulary }: AskedFact): boolean {
  const lower = clause.toLowerCase();
  const isCued = (words: FactWords | undefined): boolean => words !== undefined && lower.search(cueOf(words)) !== -1;
  if (isCued(vocabulary.facts[fact])) return false;
  return Object.entries(vocabulary.facts).some(
    ([name, words]) => name !== fact && words.kind === "date" && isCued(words),
  );
}

const cuePatterns = new WeakMap<FactWords, RegExp>();

/** One pattern for all words that tie a day to the fact. */
function cueOf(words: FactWords): RegExp {
  const known = cuePatterns.get(words);
  if (known !== undefined) return known;
  const pattern = anyOf([...(words.cues?.ko ?? []), ...(words.cues?.en ?? [])].map(phrasePattern));
  cuePatterns.set(words, pattern);
  return pattern;
}

/** "10월 말인가 11월 초인가": somewhere between. */
const joined = (days: readonly DateReading[], clause: string): DateReading => {
  const [first] = days.toSorted((a, b) => (a.range.from < b.range.from ? -1 : 1));
  const [last] = days.toSorted((a, b) => (a.range.to > b.range.to ? -1 : 1));
  const at = days[0]?.at ?? 0;
  const end = Math.max(...days.map((day) => day.at + day.evidence.length));
  const evidence = clause.slice(at, end);
  const range = { from: first?.range.from ?? "", to: last?.range.to ?? "" };
  return { day: range.from, range, precision: "about", guessed: true, evidence, at };
};

/** "9월 이후", "9월 1일 이전": a range with one end. Korean 이전/이후 include the day, 전 does not. */
function widen(day: DateReading, after: string, today: Day): DateReading {
  const { from, to } = day.range;
  if (/^\s?(?:이후|지나서|넘어서|or later|and later)/.test(after) && from <= today) {
    return { ...day, range: { from, to: today }, guessed: true };
  }
  if (/^\s?(?:이전|or earlier)/.test(after)) return { ...day, range: { from: LONG_AGO, to }, guessed: true };
  if (/^\s?전(?:에|이|쯤)/.test(after))
    return { ...day, range: { from: LONG_AGO, to: addDays(from, -1) }, guessed: true };
  return day;
}
