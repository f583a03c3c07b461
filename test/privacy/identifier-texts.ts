import fc from "fast-check";
import { passesLuhn } from "../../src/privacy/card-number.ts";

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** Thirteen digits with a plausible birth date. */
export const residentDigits = fc
  .tuple(
    fc.nat(99),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 8 }),
    fc.nat(999_999),
  )
  .map(
    ([year, month, day, gender, serial]) => `${pad(year, 2)}${pad(month, 2)}${pad(day, 2)}${gender}${pad(serial, 6)}`,
  );

/** Sixteen digits that pass the check of cards. */
export const cardDigits = fc
  .tuple(fc.constantFrom("3", "4", "5", "6", "9"), fc.stringMatching(/^\d{14}$/u))
  .map(([first, rest]) => {
    const body = first + rest;
    const check = [..."0123456789"].find((digit) => passesLuhn(body + digit)) ?? "0";
    return body + check;
  });

/** Rows of ten signs that people, phones and fonts write for the digits. */
const SCRIPTS = [
  "0123456789",
  "０１２３４５６７８９",
  "٠١٢٣٤٥٦٧٨٩",
  "०१२३४५६७८९",
  "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
  "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿",
  "⓪①②③④⑤⑥⑦⑧⑨",
  "⓿❶❷❸❹❺❻❼❽❾",
].map((row) => [...row]);
const KEYCAPS = [..."0123456789"].map((digit) => `${digit}\ufe0f\u20e3`);
const HANGUL = [..."공일이삼사오육칠팔구"];

export const writtenScripts: readonly (readonly string[])[] = [...SCRIPTS, KEYCAPS];
export const spokenScripts: readonly (readonly string[])[] = [
  HANGUL,
  HANGUL.map((word) => word.normalize("NFD")),
  ["영", ...HANGUL.slice(1)],
  [..."〇一二三四五六七八九"],
];

/** What people put between digits; never what a date, a time or an amount is written with. */
export const hyphens = ["-", " - ", "–", "—", "－", "‐", "_", "~", "/", "다시", " 다시 ", "·"];
export const gaps = [" ", "  ", "\n", "\u00a0", "\u3000", "\t", " . ", "*"];
export const invisible = ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e"];

/** Korean and English around a number, without digits and number words at its borders. */
export const around = fc.constantFrom(
  ["", ""],
  ["제 주민번호는 ", "입니다."],
  ["", "예요"],
  ["번호: ", "\n확인해 주세요"],
  ["my number is ", ", please check"],
  ["😀", "😀"],
  ["[", "]"],
  ["저는요 ", "이고요"],
  ["카드번호=", "이에요 일단은요"],
);
