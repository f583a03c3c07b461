import { ENGLISH_AGE, NATIVE_AGE, NATIVE_TENS, SINO_AGE } from "./age-words.ts";

/** One way to say an age, with the number in the group `n`. */
export interface AgePattern {
  readonly pattern: RegExp;
  /** Completed years, whatever the words before it. */
  readonly completed?: boolean;
  readonly decade?: boolean;
}

const FIGURES = "(?<![\\d.,~\\-–/:])\\d{1,3}";
const FULL = "(?<full>만\\s?(?:나이\\s?(?:로|는|로는)?\\s?)?|만으로는?\\s)";
/** 세 and 살 that stand for years and are no part of another word ("3세대", "65세트"). */
const END =
  "(?=이|인|예|에|입|고|라|면|가|는|은|도|를|의|로|부|까|넘|쯤|정|됐|되|된|돼|안|미|요|임|였|시|신|세|십|때|[^가-힣]|$)";
const COPULA =
  "(?=\\s?(?:이에요|이예요|예요|입니다|인데|이고|이라|이요|이면|이신|이세|이십|됐|넘|이\\s?넘|세요|요|$|[.,!]))";
const ENGLISH_NUMBER = `\\d{1,3}|${ENGLISH_AGE}`;
const NO_COUNT =
  "(?!\\w|\\s?%|[.,:/-]\\d|\\s(?:won|krw|gb|mb|minutes?|hours?|days?|weeks?|months?|people|percent|dollars?|points?|times|of|years?\\s(?!old|of\\sage)|or so))";

/** Long enough to be told from other words without a space before them ("저는예순다섯"). */
const WORDS = `(?<=^|[^가-힣]|[는은가이저전만해])(?:${NATIVE_TENS})`;

/** The first pattern that fits a place wins. */
export const AGE_PATTERNS: readonly AgePattern[] = [
  {
    pattern:
      /(?<n>(?:[1-9]0|(?<![가-힣])[이삼사오육칠팔구]?십))\s?대(?=\s?(?:초|중|후)반|이|예|에요|입니|인데|라|요|고|여|남|노|\s?(?:여|남|노|어|할|부모|엄|아|$)|[.,!?]|$)/g,
    decade: true,
  },
  { pattern: new RegExp(`${FULL}?(?<n>${FIGURES}|(?<=^|[^가-힣]|만)${SINO_AGE}|${WORDS})\\s?(?:세|살)${END}`, "g") },
  { pattern: new RegExp(`${FULL}?(?<=^|[^가-힣]|만)(?<n>${NATIVE_AGE})\\s?살${END}`, "g") },
  {
    pattern: new RegExp(
      `(?<![\\d가-힣])${FULL}(?<n>${FIGURES}|${NATIVE_TENS}|${SINO_AGE})(?!\\s?[원년명])${COPULA}`,
      "g",
    ),
  },
  { pattern: new RegExp(`(?<=나이(?:가|는|도|로는?)?\\s?)(?<n>${FIGURES}|${NATIVE_TENS}|${SINO_AGE})${COPULA}`, "g") },
  { pattern: new RegExp(`(?<![가-힣])(?<n>${NATIVE_TENS})${COPULA}`, "g") },
  {
    pattern: new RegExp(
      `(?<![\\w.,~/:])(?<n>${ENGLISH_NUMBER})[\\s-]?(?:(?:years?|yrs?|yr)[\\s-]?(?:old|of age)|y\\.?/?o\\b)`,
      "gi",
    ),
    completed: true,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:i'?m|i am|s?he'?s|s?he is|they'?re|my (?:\\w{1,15}\\s){0,2}\\w{1,15}(?:'s| is)|who is|just turned|turned|aged?|age is|age:)\\s(?:(?:now|already|just|only|over|under|aged?|above|below|about|around|almost|nearly|older than|younger than)\\s){0,2})(?<n>${ENGLISH_NUMBER})${NO_COUNT}`,
      "gi",
    ),
    completed: true,
  },
  {
    pattern: /(?<=\b(?:my|his|her|their) (?:(?:early|mid|late)[\s-])?)(?<n>[1-9]0)'?s\b/gi,
    completed: true,
    decade: true,
  },
];

/** A number and hardly a word more. */
export const BARE_AGE = new RegExp(
  `^(?:저는?|나는?|제가|전|음+|아|네|지금|이제|올해|현재|it'?s|age)?[\\s,]*(?:(?:한|약|over|under|about)\\s)?(?<n>\\d{1,3}|${NATIVE_AGE}|${SINO_AGE}|${ENGLISH_AGE})\\s?(?:이?요|이에요|예요|에요|입니다|인데요?|이?세요|이십니다|임|now|or (?:over|under|older|younger)|(?:이|은|도|다)?\\s?(?:안\\s?)?(?:넘었|됐)[가-힣]{1,3})?[\\s.!~]*$`,
  "i",
);
