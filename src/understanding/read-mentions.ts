import type { Day } from "../core/day.ts";
import type { Mention } from "../core/understanding.ts";
import { readCompanies, toMention } from "./read-companies.ts";
import { readMoney } from "./read-money.ts";
import { readPhones } from "./read-phones.ts";
import { readRelations } from "./read-relations.ts";
import { readYears } from "./read-years.ts";

/** More than these are a list, not a mention. */
const MOST = 12;

/** Companies, money, relations, years and hidden phone numbers that a normalised text names, in the order said. */
export function readMentions(text: string, today: Day): readonly Mention[] {
  return [
    ...readCompanies(text).map(toMention),
    ...readMoney(text),
    ...readRelations(text),
    ...readPhones(text),
    ...readYears(text, today),
  ]
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST);
}
