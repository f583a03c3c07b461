import type { Day } from "../core/day.ts";
import type { ReadFact } from "../core/understanding.ts";
import { findPhrases, onlyValue } from "./phrases.ts";
import { isCued, nearestFact, type PreparedFact, prepareFacts } from "./prepared-facts.ts";
import { readBirths } from "./read-births.ts";
import { type DateReading, readDates } from "./read-dates.ts";
import { isOwn, movedBy, overlap, type ReadFacts, toReadFact } from "./read-facts.ts";
import { splitClauses } from "./split-clauses.ts";
import { readSupposedBirths } from "./state-births.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "…하면", "…했다면", "…인 경우에는"; not "…하면서". */
const DAY_THEN_IF = /^.{0,16}?(?:[가-힣]면(?![서제적허담역접세])|[가-힣]\s?경우)/;
const VALUE_THEN_IF =
  /^\s?(?:폰|요금제|회선|통신사|명의|고객)?\s?(?:을|를|에|에서)?\s?(?:이었|였|이|라|있었|있|했|받았|받|다녀왔|다녀오|갔|쓰|썼)?(?:다|으|라|이라)?(?:면(?!서)|[인일]\s?경우)/;
const NEGATED = /^\S{0,3}\s?(?:안|못)\s|지\s?않/;
const ENGLISH_IF = /\b(?:what if|if|suppose|supposing|assuming|in case|had i|say)\b[^.?!;]{0,60}$/i;
/** "1월 20일에 해지하면 위약금 얼마예요?" asks for something that no verdict says. */
const ASKS_FOR_MORE =
  /얼마|어디|언제|누가|누구|무슨|며칠|몇\s|서류|\b(?:how (?:much|long|many|do i|can i)|where|when|which|who)\b/i;
/** A day and hardly a word more, asked: "그럼 1월 20일은요?" */
const BARE =
  /^(?:그럼|그러면|그렇다면|만약|만약에|혹시|아니|그래서|then|and|so|ok|okay|what about|how about|what if it(?: i|')s|if it(?: i|')s)?[\s,]*\ufffc[\s,]*(?:에|에는|엔|은|는|이면|면|이라면|날|로)?(?:요|어때요?|되나요|돼요|될까요|인가요)?\s*[?]*$/i;

/** Facts of a case that the customer only imagines; a day alone stands for the one that may lie ahead. */
export function createReadSupposed(vocabulary: Vocabulary): ReadFacts {
  const facts = prepareFacts(vocabulary);
  const banded = facts.filter(({ bands }) => bands !== undefined);
  return (text, today) => {
    const found = new Map<string, ReadFact>();
    for (const { text: clause, at } of splitClauses(text)) {
      if (ASKS_FOR_MORE.test(clause)) continue;
      const births = banded.length === 0 ? [] : readSupposedBirths(clause, banded, today);
      for (const read of [...supposedValues(clause, facts), ...births, ...supposedDays(clause, facts, today)]) {
        found.set(read.fact, movedBy(at, read));
      }
    }
    return [...found.values()];
  };
}

function supposedValues(clause: string, facts: readonly PreparedFact[]): readonly ReadFact[] {
  return facts.flatMap((fact): readonly ReadFact[] => {
    if (!isCued(clause, fact)) return [];
    const matches = findPhrases(clause, fact.phrases).filter(
      (match) => isOwn(clause, match) && isImagined(clause.slice(0, match.at), clause.slice(match.end), VALUE_THEN_IF),
    );
    const said = onlyValue(clause, matches, fact.phrases);
    if (said === undefined) return [];
    const { value, evidence, at } = said;
    return [{ fact: fact.fact, value, evidence, at, guessed: true }];
  });
}

function supposedDays(clause: string, facts: readonly PreparedFact[], today: Day): readonly ReadFact[] {
  const ahead = facts.filter((fact) => fact.kind === "date" && fact.future);
  if (ahead.length === 0) return [];
  const births = readBirths(clause, { today });
  return readDates(clause, today, true).flatMap((day): readonly ReadFact[] => {
    if (births.some((birth) => overlap(birth, day))) return [];
    const fact = factOf(clause, day, facts, ahead);
    return fact === undefined ? [] : [toReadFact(fact.fact, day, true)];
  });
}

function factOf(
  clause: string,
  day: DateReading,
  facts: readonly PreparedFact[],
  ahead: readonly PreparedFact[],
): PreparedFact | undefined {
  const [before, after] = [clause.slice(0, day.at), clause.slice(day.at + day.evidence.length)];
  if (/[?은는면]/.test(after) && BARE.test(`${before.trim()} \ufffc${after}`.trim())) return ahead[0];
  if (!isImagined(before, after, DAY_THEN_IF) || NEGATED.test(after)) return undefined;
  const dated = facts.filter((fact) => fact.kind === "date" && fact.anyCue.test(clause.toLowerCase()));
  return dated.length === 0 ? ahead[0] : nearestFact(clause, day, dated);
}

const isImagined = (before: string, after: string, korean: RegExp): boolean =>
  korean.test(after) || ENGLISH_IF.test(before);
