import type { Day } from "../core/day.ts";
import type { Mention } from "../core/understanding.ts";
import { parts } from "./calendar.ts";
import { matchesOf } from "./matches-of.ts";

const KOREAN =
  /(?<!\d)(?<year>(?:19|20)\d\d)\s?년(?!\s?(?:간|동안|생|출생|에\s?태어))|(?<![\d가-힣])'?(?<short>0\d|1\d|2\d)년도?(?!\s?(?:생|출생|에\s?태어|간|동안|전|째|차|정도|넘|쯤|이상|약정|만))|(?<word>재작년|작년|올해|지난\s?해)/g;
const ENGLISH =
  /\b(?<!\bborn\s)(?:in|of|from|the|since)\s(?<year>(?:19|20)\d\d)\b|\b(?<head>(?:19|20)\d\d)\s(?=[a-z])|(?<word>last year|this year)/gi;
const BACK: Readonly<Record<string, number>> = {
  재작년: 2,
  작년: 1,
  지난해: 1,
  "last year": 1,
  올해: 0,
  "this year": 0,
};

/** Years that a text names; `today` gives "작년" its number. */
export function readYears(text: string, today: Day): readonly Mention[] {
  const { year: now } = parts(today);
  return [...matchesOf(text, KOREAN), ...matchesOf(text, ENGLISH)].flatMap((match): readonly Mention[] => {
    const { year, head, short, word } = match.groups ?? {};
    const figures = year ?? head ?? (short === undefined ? undefined : `20${short}`);
    const back = BACK[word?.toLowerCase().replace("지난 해", "지난해") ?? ""];
    const value = figures ?? (back === undefined ? undefined : `${now - back}`);
    if (value === undefined || Number(value) > now + 1) return [];
    const evidence = year !== undefined && /^[a-z]/i.test(match[0]) ? year : match[0].trim();
    return [{ kind: "year", value, evidence, at: match.index + match[0].lastIndexOf(evidence) }];
  });
}
