import type { Day } from "../core/day.ts";
import type { Mention } from "../core/understanding.ts";
import { COMPANIES } from "./companies.ts";
import { isNameOf, readCompanies, toMention } from "./read-companies.ts";
import { readMoney } from "./read-money.ts";
import { readPhones } from "./read-phones.ts";
import { readRelations } from "./read-relations.ts";
import { readYears } from "./read-years.ts";
import type { OwnIncident } from "./vocabulary.ts";

/** Companies, money, relations, years and hidden phone numbers that a normalised text names, in the order said. */
export type ReadMentions = (text: string, today: Day) => readonly Mention[];

/** More than these are a list, not a mention. */
const MOST = 12;

/** The pack's own company is no mention: everybody here speaks of it. */
export function createReadMentions(own: OwnIncident | undefined): ReadMentions {
  const names = own?.names ?? [];
  const mine = new Set(COMPANIES.filter((company) => names.some((name) => isNameOf(company, name))));
  return (text, today) =>
    [
      ...readCompanies(text)
        .filter(({ company }) => !mine.has(company))
        .map(toMention),
      ...readMoney(text),
      ...readRelations(text),
      ...readPhones(text),
      ...readYears(text, today),
    ]
      .sort((a, b) => a.at - b.at)
      .slice(0, MOST);
}
