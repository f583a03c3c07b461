import type { FactName } from "../core/fact.ts";
import type { ReadFact } from "../core/understanding.ts";
import type { Bands } from "./bands.ts";
import { asks, isDestination, isInsideWord, isMeans, isNegated, statementOf } from "./clause-shape.ts";
import { findPhrases, onlyValue, valuePhrases } from "./phrases.ts";
import { type AskedFact, covers, readAskedDay } from "./read-asked-day.ts";
import { onlyBand } from "./read-births.ts";
import { closest, readPlace } from "./read-choice.ts";
import { toldBirths } from "./state-births.ts";
import type { FactWords } from "./vocabulary.ts";

/** The value with which a clause answers the question for a fact. */
export function readValue(clause: string, asked: AskedFact): ReadFact | undefined {
  const words = asked.vocabulary.facts[asked.fact];
  if (words === undefined) return undefined;
  if (ASKS_MEANING.test(clause)) return undefined;
  if (words.bands !== undefined) return readBand(clause, words, words.bands, asked);
  if (words.kind !== "date") return readOption(clause, words, asked);
  const read = readAskedDay(clause, words, asked) ?? readOption(clause, words, asked);
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

/** True when the clause names values only to deny them ("알뜰폰 아니에요"). */
export function deniesValue(clause: string, { fact, vocabulary }: AskedFact): boolean {
  const words = vocabulary.facts[fact];
  const matches = words === undefined ? [] : findPhrases(clause, valuePhrases(words));
  return matches.length > 0 && matches.every((match) => isNegated(clause.slice(0, match.at), clause.slice(match.end)));
}
