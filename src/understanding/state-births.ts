import type { Day } from "../core/day.ts";
import type { ReadFact } from "../core/understanding.ts";
import type { Bands } from "./bands.ts";
import { asks, isAboutOthers, isNegated } from "./clause-shape.ts";
import type { PreparedFact } from "./prepared-facts.ts";
import { NEARBY } from "./read-birth-dates.ts";
import { type BirthReading, onlyBand, readBirths } from "./read-births.ts";
import { readRelations } from "./read-relations.ts";

/** What the clause is part of. */
export interface BirthTalk {
  readonly message: string;
  readonly today: Day;
}

const COPULA =
  "이에요|이예요|예요|에요|입니다|인데|인뎅|이라서|이라|라서|이고|고\\s|이며|이거든|거든|임|이신데|신데|이세요|세요|이십니다|십니다|이시고|이니까|니까";
const PERSON = "남성|여성|남자|여자|노인|어르신|학생|주부|고객|가입자|이용자|사용자|회원";
const RELATIVE =
  "할머니|할아버지|어머니|어머님|아버지|아버님|엄마|아빠|부모님?|아들|딸|아이|애|자녀|손자|손녀|손주|동생|조카|시어머니|시아버지|장모님?|남편|아내";
/** What makes an age a statement of somebody ("65세인데"), not a rule ("65세는"). */
const STATED_AFTER = new RegExp(
  `^\\s?(?:초반|중반|후반)?(?:${COPULA})|^(?:이나|이|가|도)?\\s?(?:다\\s)?(?:됐|되었|넘었|먹었|었)|^\\s?(?:에|날)?\\s?(?:태어났|태어나셨|났|났)(?!으면|다면)|^\\s?(?:출생|생)(?:${COPULA})|^(?:인|의|\\s|된|넘은)?\\s?(?:(?:${PERSON})(?:${COPULA})|(?:${RELATIVE})(?![가-힣]*면))|^\\s?(?:인|된|넘은)\\s(?:제|저|내|나|우리|저희)|^\\s?(?:이|가)?\\s?안\\s?(?:됐|되었|됩)`,
);
const CONDITIONAL =
  /^\s?(?:세|살|생)?(?:이신|이시|이셨|이었|였|었|이|라|태어났|에\s?태어났|이?\s?넘었|이?\s?넘|됐|되었|되|이?\s?안\s?됐|이라|신|시|셨)?(?:다|으|이라)?(?:면(?!서)|[인일ㄴ]?\s?경우)/;
const ENGLISH_IF = /\b(?:what if|if|suppose|supposing|assuming|in case|say)\b[^.?!;]{0,60}$/i;
const ENGLISH_STATED =
  /(?:\b(?:i'?m|i am|i was|we'?re|s?he'?s|s?he (?:is|was)|my (?:[\w-]{1,15}\s){0,2}[\w-]{1,15}(?:'s| is| was)|turned|as an?|age is)|^(?:(?:and|but|so|well|hi|hello),?\s)*(?:born(?=\s)|aged?|age:?)?)\s?(?:(?:an?|now|already|only|just|over|under|born|in|on|the|year|before|after)\s)*$/i;
/** After an age with which an English clause opens. */
const ENGLISH_END = /^\s*(?:$|[,.!;]|(?:and|so|but|here)\b)/i;
/** "그럼 62년생은요?" */
const BARE =
  /^(?:그럼|그러면|그렇다면|만약에?|혹시|then|and|so|ok|okay|what about|how about|what if (?:i'?m|it'?s|born in))?[\s,]*\ufffc[\s,]*(?:생)?(?:은|는|이면|면)?(?:이?요|입니다|이에요|예요|어때요?|되나요|돼요|될까요|인가요)?\s*[?]*$/i;

const SELF =
  /(?:^|\s)(?:저는?|제가|전|나는?|내가|난)\s?(?:이제\s|올해\s|지금\s|현재\s|만\s|나이는?\s|나이가\s)*$|\b(?:i'?m|i am|i was|i turned)\b[\w\s]{0,20}$/i;
const OTHER_PERSON =
  /(?:^|\s)(?:저희|우리|울)?\s?(?:아이|애|아기|애기|첫째|둘째|셋째|막내|큰애|작은애|손주|그분|이분)(?=[가는은도들\s,]|인데|예요)|시댁|처가|지인|\b(?:s?he|he'?s|she'?s|his|her|kids?|child|children|baby|grand\w+|someone)\b/i;

/** In a question, a time counts as the answer only if it is most of what is said. */
const MOST_OF_IT = 0.55;

/** Facts of birth and age that a clause states although nobody asked. Those of others are guessed. */
export function readStatedBirths(clause: string, facts: readonly PreparedFact[], talk: BirthTalk): readonly ReadFact[] {
  const stated = readBirths(clause, talk).filter((reading) => isStated(clause, reading));
  const others =
    isOthers(clause, talk.message) && !stated.every(({ at }) => SELF.test(clause.slice(Math.max(0, at - NEARBY), at)));
  return valued(stated, facts, talk.today, others);
}

/** Times of birth that answer the question for one. */
export function toldBirths(clause: string, { kind }: Bands, today: Day): readonly BirthReading[] {
  return readBirths(clause, { today, asked: kind }).filter((reading) => {
    const [before, after] = around(clause, reading);
    if (isNegated(before, after) || isImagined(before, after)) return false;
    return !asks(clause) || isStated(clause, reading) || reading.evidence.length >= MOST_OF_IT * clause.length;
  });
}

/** True when the parts of a reply tell times that are not of one band, as of two people. */
export const tellsTwoTimes = (clauses: readonly string[], bands: Bands, today: Day): boolean => {
  const told = clauses.flatMap((clause) => toldBirths(clause, bands, today));
  return told.length > 1 && onlyBand(told, bands, today) === undefined;
};

/** Facts of birth and age of a case that is only imagined. */
export function readSupposedBirths(clause: string, facts: readonly PreparedFact[], today: Day): readonly ReadFact[] {
  const imagined = readBirths(clause, { today }).filter(({ at, evidence }) => {
    const [before, after] = around(clause, { at, evidence });
    return isImagined(before, after) || BARE.test(`${before.trim()} \ufffc${after}`.trim());
  });
  return valued(imagined, facts, today, true);
}

export const isImagined = (before: string, after: string): boolean =>
  CONDITIONAL.test(after) || ENGLISH_IF.test(before);

function valued(
  readings: readonly BirthReading[],
  facts: readonly PreparedFact[],
  today: Day,
  guessed: boolean,
): readonly ReadFact[] {
  const [first] = readings;
  if (first === undefined) return [];
  return facts.flatMap(({ fact, bands }): readonly ReadFact[] => {
    const value = bands && onlyBand(readings, bands, today);
    return value === undefined ? [] : [{ fact, value, evidence: first.evidence, at: first.at, guessed }];
  });
}

/** True when a reading is told of somebody: neither denied, nor asked, nor imagined, nor a rule. */
export function isStated(clause: string, { at, evidence, open }: BirthReading): boolean {
  const [before, after] = around(clause, { at, evidence });
  if (isNegated(before, after) || isImagined(before, after)) return false;
  if (/^\S{0,6}\?/.test(after) && asks(clause) && !/^인데요/.test(after)) return false;
  if (open && !SELF.test(before) && !/^었/.test(after)) return false;
  if (/[a-z]/i.test(evidence) || /[a-z]['’]?\w*\s$/i.test(before)) return isStatedInEnglish(before, after);
  return STATED_AFTER.test(after);
}

const isStatedInEnglish = (before: string, after: string): boolean =>
  ENGLISH_STATED.test(before) && (before.trim() !== "" || ENGLISH_END.test(after));

/** The words before a reading and those after it; where it stands far from the clause's beginning, only the near ones. */
const around = (clause: string, { at, evidence }: Pick<BirthReading, "at" | "evidence">): readonly [string, string] => [
  clause.slice(Math.max(0, at - NEARBY), at),
  clause.slice(at + evidence.length, at + evidence.length + NEARBY),
];

const isOthers = (clause: string, message: string): boolean =>
  isAboutOthers(clause) || OTHER_PERSON.test(message) || readRelations(message).length > 0;
