import type { Day } from "../core/day.ts";
import { BIRTH_PATTERNS, type BirthSpan } from "./birth-spans.ts";
import { addDays } from "./calendar.ts";
import { asks } from "./clause-shape.ts";
import { matchesOf } from "./matches-of.ts";

/** A span of days on which somebody was born, and the words that say it. */
export interface BirthDates extends BirthSpan {
  readonly evidence: string;
  readonly at: number;
  /** True for "1960년 이전" and the like, which names rules as often as people. */
  readonly open: boolean;
}

/** Nobody who writes was born before. */
export const LONG_AGO: Day = "1900-01-01";
/** A lunar date falls up to this many days before its day of the sun's calendar. */
const LUNAR_DAYS = 60;

/** "생" that is no beginning of another word ("생각", "생활"). */
const IS_BORN =
  /^\s?(?:생(?=이|인|입|예|에|은|는|도|들|의|부|까|전|요|임|일|년|라|고|\s|[^가-힣]|$)|출생|에?\s?태어|날\s?태어|에\s?났|에\s?출생)/;
const BIRTH_BEFORE =
  /(?:생년월일|생년|생일|출생(?:년도|연도|일자?|년월일)?|태어난\s?(?:해|날|년도|연도|때|건|게|거))\s?(?:은|는|이|가|도)?[\s:]*$|\b(?:date of birth|birth\s?date|birthday|d\.?o\.?b\.?|birth\s?year|year of birth|born)(?:\s?:|\s(?:is|was|in|on|the|year|before|after|by|from|since|late|early))*\s?$/i;
const EVENT =
  /가입|개통|해지|기변|바꿨|바꾼|약정|옮|이동|신청|해킹|사고|유출|샀|쓰기|써왔|join|cancel|switch|sign|bought|breach|since|hack|upgrad|moved/i;
const LUNAR = /음력|lunar/i;

/**
 * Years and days of birth that a clause names. When the question for them is open (`asked`), a date needs no words of
 * birth around it. `today` tells the century of two figures; nobody is born after it.
 */
export function readBirthDates(clause: string, today: Day, asked: boolean): readonly BirthDates[] {
  if (!/\d|년|born/i.test(clause)) return [];
  const found: BirthDates[] = [];
  const bare = asked && !EVENT.test(clause) && !asks(clause);
  let rest = clause;
  for (const { pattern, read, bare: doubtful } of BIRTH_PATTERNS) {
    for (const match of firstMatches(rest, pattern)) {
      const named = read(match.groups ?? {}, today);
      const end = match.index + match[0].length;
      const [before, after] = [
        clause.slice(Math.max(0, match.index - NEARBY), match.index),
        clause.slice(end, end + NEARBY),
      ];
      if (
        found.length >= MOST_TIMES ||
        named === undefined ||
        !(isBirth(before, after, doubtful === true) || (bare && doubtful !== true))
      )
        continue;
      // Taken words are blanked, so that "1961년 1월" is not read again as "1961".
      rest = `${rest.slice(0, match.index)}${TAKEN.repeat(match[0].length)}${rest.slice(end)}`;
      const reading = within(bounded(named, before, after, today), today);
      if (reading !== undefined) found.push(worded(reading, match[0], match.index, after));
    }
  }
  return LUNAR.test(clause) ? found.map(lunar) : found;
}

/** No clause tells more times than these. */
export const MOST_TIMES = 12;
/** Matches of a pattern, of an endless list the first. */
export function* firstMatches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let left = 2 * MOST_TIMES;
  for (const match of matchesOf(text, pattern)) {
    if (left-- <= 0) return;
    yield match;
  }
}

/** Letters around a time that can say what it is. */
export const NEARBY = 60;

/** Stands where a date was read; no keyboard writes it. */
const TAKEN = "\ufffc";

/** Two figures are a year only as "61생" and "born in 61". */
function isBirth(before: string, after: string, figures: boolean): boolean {
  if (figures)
    return /^\s?생(?=이|인|입|예|에|요|임|\s|[^가-힣]|$)/.test(after) || /\bborn(?:\s(?:in|year))*\s$/i.test(before);
  return IS_BORN.test(after.replace(BOUND_AFTER, "")) || IS_BORN.test(after) || BIRTH_BEFORE.test(before);
}

const BOUND_AFTER = /^\s?생?\s?(?:이전|까지|이후|부터|전(?=에)|후(?=에)|or\s(?:before|earlier|after|later))(?:에|의)?/;
const BOUND_BEFORE = /\b(?<word>before|until|by|after|from|since)\s(?:the\s)?$/i;

interface Bounded extends BirthSpan {
  readonly open: boolean;
}

/** Korean 이전/이후/까지/부터 include what they name, 전/후 do not. */
function bounded({ from, to }: BirthSpan, before: string, after: string, today: Day): Bounded {
  const word = BOUND_AFTER.exec(after)?.[0].trim() ?? BOUND_BEFORE.exec(before)?.groups?.word?.toLowerCase() ?? "";
  if (/^생?\s?(?:이전|까지)|^or (?:before|earlier)|^(?:until|by)$/.test(word))
    return { from: LONG_AGO, to, open: true };
  if (/^생?\s?(?:이후|부터)|^or (?:after|later)|^(?:from|since)$/.test(word)) return { from, to: today, open: true };
  if (/^생?\s?전|^before$/.test(word)) return { from: LONG_AGO, to: addDays(from, -1), open: true };
  if (/^생?\s?후|^after$/.test(word)) return { from: addDays(to, 1), to: today, open: true };
  return { from, to, open: false };
}

const within = ({ from, to, open }: Bounded, today: Day): Bounded | undefined =>
  from > today || from > to ? undefined : { from, to: to > today ? today : to, open };

function worded(reading: Bounded, words: string, at: number, after: string): BirthDates {
  const tail = BOUND_AFTER.exec(after)?.[0] ?? /^\s?생(?!일|년)/.exec(after)?.[0] ?? "";
  const evidence = `${words}${tail}`;
  const start = evidence.length - evidence.trimStart().length;
  return { ...reading, evidence: evidence.trim(), at: at + start };
}

const lunar = (reading: BirthDates): BirthDates => ({ ...reading, to: addDays(reading.to, LUNAR_DAYS + 30) });
