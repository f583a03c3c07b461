import { AGE_PATTERNS, BARE_AGE } from "./age-patterns.ts";
import { ageNumber } from "./age-words.ts";
import { firstMatches, MOST_TIMES, NEARBY } from "./read-birth-dates.ts";

/** Completed years, both ends included. */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

export interface AgeReading {
  readonly ages: AgeRange;
  readonly evidence: string;
  readonly at: number;
  /** True for "65세 이상" and the like, which names rules as often as people. */
  readonly open: boolean;
}

export const OLDEST = 125;
/** "70세쯤": so many years more or less. */
const ABOUT_YEARS = 5;
/** By how much the Korean way of counting is ahead of the completed years. */
const COUNTED_AHEAD = 2;

const NOT_NOW_AFTER =
  /^\s?(?:이|가)?\s?(?:차이|위(?!약)|많|어린|연상|연하|더\s|터울|아래|때|무렵|부터|까지|전(?:까|부|에)|되는|되면|되기|되어야|돼야|될|돼요|지나|생일|였을|이었을|였던|였어|였습|였는|시절|수\s|선물|이용가|관람)/;
const NOT_NOW_BEFORE =
  /(?:곧|내년|내후년|다음\s?달|작년|재작년|예전|그때|당시)\S{0,2}\s(?:이면\s)?(?:에\s)?(?:만\s)?$|\b(?:was|were|be|when|until|before|turning|turn|becoming|become|next year)\s$|(?:보다|[가-힣]째)\s$/i;
const NOT_YET = /^\s?(?:이|가|도|은|는)?\s?(?:아직\s)?(?:안\s?(?:됐|된|되|됩)|못\s?(?:됐|된|되)|되지\s?않)/;
const ABOUT_AFTER = /^\s?(?:쯤|정도|가량|즈음|전후|or so)/;
const ABOUT_BEFORE = /(?:^|\s)(?:한|약|대략|거의)\s(?:만\s)?$|\b(?:about|around|almost|nearly|approximately)\s$/i;
const THIS_YEAR = /(?:올해|금년|this year)\S{0,2}\s?(?:로\s)?$/i;
const BOUND_AFTER =
  /^\s?(?:를|을|이|가|은|는)?\s?(?<up>이상|초과|넘(?=었|어|은|으|는|긴)|or (?:older|over|above)|and (?:older|over|above)|\+)|^\s?(?<under>미만)|^\s?(?<down>이하|or (?:under|younger|below))/i;
const BOUND_BEFORE =
  /\b(?:(?<up>over|older than|above|more than|at least)|(?<under>under|younger than|below|less than))\s(?:the age of\s)?$/i;

/** Ages that a clause names, in completed years. A bare 세 or 살 may be the Korean way of counting. */
export function readAges(clause: string): readonly AgeReading[] {
  const found: AgeReading[] = [];
  if (!/\d|[십열무물른흔쉰순세살]|teen|ty/i.test(clause)) return found;
  let rest = clause;
  for (const { pattern, completed = false, decade = false } of AGE_PATTERNS) {
    for (const match of firstMatches(rest, pattern)) {
      if (found.length >= MOST_TIMES) return found;
      const { n = "", full } = match.groups ?? {};
      const end = match.index + match[0].length;
      rest = `${rest.slice(0, match.index)}${"\ufffc".repeat(match[0].length)}${rest.slice(end)}`;
      const [before, after] = [
        clause.slice(Math.max(0, match.index - NEARBY), match.index),
        clause.slice(end, end + NEARBY),
      ];
      const exact = completed || full !== undefined;
      const age = read(ageNumber(n), {
        before,
        after,
        exact,
        decade,
        vague: match[0].endsWith(n) ? vagueness(n, after) : NOT_VAGUE,
      });
      if (age !== undefined) found.push({ ...age, ...placed(clause, match.index, end + age.more) });
    }
  }
  return found;
}

function placed(clause: string, at: number, end: number): { readonly evidence: string; readonly at: number } {
  const words = clause.slice(at, end);
  return { evidence: words.trim(), at: at + words.length - words.trimStart().length };
}

interface Around {
  readonly before: string;
  readonly after: string;
  readonly exact: boolean;
  readonly decade: boolean;
  readonly vague: Vagueness;
}

interface Vagueness {
  readonly down: number;
  readonly up: number;
}

const NOT_VAGUE: Vagueness = { down: 0, up: 0 };

/** "육십이에요" is 60 or 62: by how many years the number that was found may be too high or too low. */
function vagueness(words: string, after: string): Vagueness {
  return {
    down: /십이$/.test(words) && /^[예에인고라요면세]/.test(after) ? 2 : 0,
    up: /십$/.test(words) && /^이[예에고라요면신세]/.test(after) ? 2 : 0,
  };
}

/** `more`: how many letters after the number belong to it ("이상"). */
function read(
  said: number,
  around: Around,
): { readonly ages: AgeRange; readonly open: boolean; readonly more: number } | undefined {
  const { before, after, exact, decade, vague } = around;
  if (!(said >= 1 && said < OLDEST) || NOT_NOW_AFTER.test(after) || NOT_NOW_BEFORE.test(before)) return undefined;
  if (NOT_YET.test(after)) return { ages: { from: 0, to: said + vague.up - 1 }, open: false, more: 0 };
  const least = Math.max(
    0,
    said - (exact ? 0 : COUNTED_AHEAD) - (exact && THIS_YEAR.test(before) ? 1 : 0) - vague.down,
  );
  const most = said + (decade ? 9 : 0) + vague.up;
  const behind = BOUND_AFTER.exec(after);
  const { up, under, down } = behind?.groups ?? BOUND_BEFORE.exec(before)?.groups ?? {};
  const more = behind?.[0].length ?? 0;
  // "넘었어요" is told of people, "이상" of rules.
  if (up !== undefined)
    return { ages: { from: least, to: OLDEST }, open: up !== "넘" || !/^\s?\S?\s?넘었/.test(after), more };
  if (under !== undefined) return { ages: { from: 0, to: said - 1 }, open: true, more };
  if (down !== undefined) return { ages: { from: 0, to: most }, open: true, more };
  if (!ABOUT_AFTER.test(after) && !ABOUT_BEFORE.test(before))
    return { ages: { from: least, to: most }, open: false, more };
  return { ages: { from: Math.max(0, least - ABOUT_YEARS), to: most + ABOUT_YEARS }, open: false, more: 0 };
}

/** A number that is all that is said: the bare answer to the question how old somebody is. */
export interface BareAge extends AgeReading {
  /** Years of this century or the last that the same words may mean ("72", "육십이요"). */
  readonly years: readonly number[];
}

export function readBareAge(clause: string): BareAge | undefined {
  const n = BARE_AGE.exec(clause)?.groups?.n ?? "";
  const said = ageNumber(n);
  if (!(said >= 10)) return undefined;
  const at = clause.lastIndexOf(n);
  const [before, after] = [clause.slice(0, at), clause.slice(at + n.length)];
  const vague = vagueness(n, after);
  const age = read(said, { before, after, exact: /[a-z]/i.test(clause), decade: false, vague });
  if (age === undefined) return undefined;
  const years = /넘|됐|over|under|older|younger/.test(`${before}${after}`)
    ? []
    : [...new Set([said, said - vague.down, said + vague.up])];
  return { ...age, years, evidence: n, at };
}
