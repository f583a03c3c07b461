export interface Digit {
  readonly value: number;
  /** True when it was written as a word. */
  readonly spoken: boolean;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ...["공", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"].map((word, value) => [word, value] as const),
  ...["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"].map((word, value) => [word, value] as const),
  ["영", 0],
  ["零", 0],
  ["륙", 6],
]);

/** First code point and its value of the ringed digits that Unicode does not fold: ⓿, ❶-❾, ➀-➈, ➊-➒, ⓵-⓽. */
const RINGED: readonly (readonly [first: number, value: number, count: number])[] = [
  [0x24ff, 0, 1],
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
];

/** The decimal digit that a sign stands for, in any script; number words only with `spoken`. */
export function digitOf(char: string, options: { readonly spoken: boolean }): Digit | undefined {
  if (char >= "0" && char <= "9") return { value: Number(char), spoken: false };
  if (char < "\u0080") return undefined;
  const word = WORDS.get(char);
  if (word !== undefined) return options.spoken ? { value: word, spoken: true } : undefined;
  if (char >= "\uac00" && char <= "\ud7a3") return undefined;
  const code = char.codePointAt(0) ?? 0;
  const value = DECIMAL.test(char) ? decimalValue(code) : ringedValue(code);
  return value === undefined ? undefined : { value, spoken: false };
}

const DECIMAL = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script in one row, from its zero; rows that touch are whole rows. */
function decimalValue(code: number): number {
  let before = 0;
  while (DECIMAL.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

function ringedValue(code: number): number | undefined {
  const row = RINGED.find(([first, , count]) => code >= first && code < first + count);
  return row === undefined ? undefined : row[1] + code - row[0];
}
