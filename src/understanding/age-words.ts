import { koreanNumber } from "./korean-numbers.ts";

const TENS = ["열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
const ONES = ["하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
/** As they stand before "살". */
const COUNTING_ONES = ["한", "두", "세", "네"];

const ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ENGLISH_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];

const ONE = [...ONES, ...COUNTING_ONES].join("|");

/** Pattern of a native Korean number of two figures ("예순다섯", "스무"). */
export const NATIVE_TENS = `(?:${TENS.join("|")})\\s?(?:${ONE})|${TENS.filter((ten) => ten !== "열").join("|")}|스무`;

/** Pattern of an age from ten on in Korean words of Chinese origin ("육십오"). */
export const SINO_AGE = "[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?";

/** Pattern of any native Korean number of years ("열", "다섯", "스물한"). */
export const NATIVE_AGE = `${NATIVE_TENS}|열|${ONE}`;

/** Pattern of an age from ten on in English words ("sixty-five"). */
export const ENGLISH_AGE = `(?:${ENGLISH_TENS.join("|")})(?:[\\s-](?:${ENGLISH_ONES.join("|")}))?|${TEENS.toReversed().join("|")}`;

/** Number of an age in figures or in words of either language; NaN when it is none. */
export function ageNumber(word: string): number {
  const plain = word.toLowerCase().replace(/[\s-]/g, "");
  const tens = TENS.findIndex((ten) => plain.startsWith(ten));
  if (plain === "스무") return 20;
  if (tens >= 0) return 10 * (tens + 1) + (onesOf(plain.slice(TENS[tens]?.length)) ?? Number.NaN);
  return koreanOnes(plain) ?? englishNumber(plain) ?? koreanNumber(plain);
}

const koreanOnes = (word: string): number | undefined => (word === "" ? undefined : onesOf(word));

function onesOf(word: string): number | undefined {
  if (word === "") return 0;
  const place = ONES.indexOf(word) + 1 || COUNTING_ONES.indexOf(word) + 1;
  return place > 0 ? place : undefined;
}

function englishNumber(word: string): number | undefined {
  const teen = TEENS.indexOf(word);
  if (teen >= 0) return 10 + teen;
  const tens = ENGLISH_TENS.findIndex((ten) => word.startsWith(ten));
  if (tens < 0) return undefined;
  const rest = word.slice(ENGLISH_TENS[tens]?.length);
  return 20 + 10 * tens + (rest === "" ? 0 : ENGLISH_ONES.indexOf(rest) + 1);
}
