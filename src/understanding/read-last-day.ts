import type { Day } from "../core/day.ts";
import type { FactName } from "../core/fact.ts";
import type { ReadFact } from "../core/understanding.ts";
import { withoutOpener } from "./correction.ts";
import { readDates } from "./read-dates.ts";
import { movedBy, toReadFact } from "./read-facts.ts";

/** What may stand around a day that says nothing else. */
const AROUND = /^(?:이|은|는)?(?:에요|예요|요|입니다|이었어요|였어요|인데요?|이야|야|임)?[\s.!~]*$/;

/** "아 아니다 8월이에요": a day without a word of what it is about is meant for the fact of which a day was told last. */
export function readLastDay(text: string, today: Day, fact: FactName): ReadFact | undefined {
  const said = withoutOpener(text).trim();
  const [day, ...others] = readDates(said, today);
  if (day === undefined || others.length > 0 || day.at > 0) return undefined;
  return AROUND.test(said.slice(day.evidence.length))
    ? movedBy(text.length - said.length, toReadFact(fact, day, true))
    : undefined;
}
