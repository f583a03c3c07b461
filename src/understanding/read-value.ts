import type { Day } from "../core/day.ts";
import type { FactName } from "../core/fact.ts";
import type { ReadFact } from "../core/understanding.ts";
import type { Bands } from "./bands.ts";
import { addDays } from "./calendar.ts";
import { asks, isDestination, isInsideWord, isMeans, isNegated, statementOf } from "./clause-shape.ts";
import { toKey } from "./normalise.ts";
import { findPhrases, onlyValue, phrasePattern, valuePhrases } from "./phrases.ts";
import { anyOf } from "./prepared-facts.ts";
import { onlyBand } from "./read-births.ts";
import { closest, readPlace } from "./read-choice.ts";
import { type DateReading, readDates } from "./read-dates.ts";
import { toReadFact } from "./read-facts.ts";
import { toldBirths } from "./state-births.ts";
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

/** The value with which a clause answers the question for a fact. */
export function readValue(clause: string, asked: AskedFact): ReadFact | undefined {
  const words = asked.vocabulary.facts[asked.fact];
  if (words === undefined) return undefined;
  if (ASKS_MEANING.test(clause)) return undefined;
  if (words.bands !== undefined) return readBand(clause, words, words.bands, asked);
  if (words.kind !== "date") return readOption(clause, words, asked);
  const read = readDay(clause, words, asked) ?? readOption(clause, words, asked);
  if (read !== undefined || !Object.hasOwn(words.values, "none")) return read;
  return NOT_DONE.test(clause) && !asks(clause) ? known(asked.fact, "none", { evidence: clause, at: 0 }) : undefined;
}

/** "알뜰폰이 뭐예요?" names the value and asks what it is. */
const ASKS_MEANING = /(?:뭐|뭔|무엇|무슨|뜻)[^?]{0,8}\??\s*$|^what\b/i;
/** It has not happened, in words that no list foresees. */
const NOT_DONE =
  /아직|(?:안|못)\s?(?:했|함|해|옮|나갔|바꿨|바꾼|갔)|지\s?않았|\bnot yet\b|\b(?:haven't|havent|didn't|didnt|did not|have not)\b|\bstill\b/i;

/** A time of birth or an age beside the words of the values; where they differ, neither counts. */
function readBand(clause: string, words: FactWords, bands: Bands, asked: AskedFact): ReadFact | undefined {
  const births = toldBirths(clause, bands, asked.today);
  const [first] = births;
  const worded = readOption(clause, words, asked, first === undefined);
  const value = first && onlyBand(births, bands, asked.today);
  if (first === undefined || value === undefined || worded?.value === value) return worded;
  if (worded === undefined) return known(asked.fact, value, first);
  return Object.hasOwn(bands.of, worded.value) ? undefined : worded;
}

function readOption(clause: string, words: FactWords, { fact }: AskedFact, loosely = true): ReadFact | undefined {
  const phrases = valuePhrases(words);
  const matches = findPhrases(clause, phrases).filter((match) => {
    const before = clause.slice(0, match.at);
    const after = clause.slice(match.end);
    if (isNegated(before, after) || isDestination(before, after) || isMeans(after)) return false;
    return !asks(clause) || statementOf(before, match.evidence, after) !== undefined || covers(match.evidence, clause);
  });
  const whole = matches.filter((match) => !isInsideWord(clause.slice(0, match.at), match.evidence));
  const said = onlyValue(clause, whole, phrases);
  if (said !== undefined) return known(fact, said.value, said);
  if (whole.length > 0 || !loosely) return undefined;
  const shown = Object.keys(words.options ?? words.values);
  const place = words.kind === "enum" ? readPlace(clause, shown.length) : undefined;
  // One figure more or less is another age, not a typing error.
  const typed = words.bands !== undefined && /\d/.test(clause) ? undefined : closest(clause, wordings(words));
  const value = (place === undefined ? undefined : shown[place]) ?? typed;
  if (value !== undefined) return known(fact, value, { evidence: clause, at: 0 });
  const part = onlyValue(clause, matches, phrases);
  return part && known(fact, part.value, part);
}

const known = (fact: FactName, value: string, { evidence, at }: Pick<ReadFact, "evidence" | "at">): ReadFact => ({
  fact,
  value,
  evidence,
  at,
  guessed: false,
});

const wordings = (words: FactWords): readonly (readonly [string, string])[] =>
  Object.entries(words.values).flatMap(([value, { ko, en }]) => {
    const option = words.options?.[value];
    return [...ko, ...en, ...(option === undefined ? [] : [option.ko, option.en])].map(
      (text) => [value, text] as const,
    );
  });

const covers = (evidence: string, clause: string): boolean =>
  toKey(evidence).length >= MOST_OF_IT * toKey(clause).length;

function readDay(clause: string, words: FactWords, asked: AskedFact): ReadFact | undefined {
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

/** True when the clause names values only to deny them ("알뜰폰 아니에요"). */
export function deniesValue(clause: string, { fact, vocabulary }: AskedFact): boolean {
  const words = vocabulary.facts[fact];
  const matches = words === undefined ? [] : findPhrases(clause, valuePhrases(words));
  return matches.length > 0 && matches.every((match) => isNegated(clause.slice(0, match.at), clause.slice(match.end)));
}
