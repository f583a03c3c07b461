const DIGITS = "일이삼사오육칠팔구";
const COUNTS = ["하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레", "열흘"];
const NATIVE = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"];

/** Pattern of a count below 100 in Korean of Chinese origin ("십삼"). */
export const SINO_WORDS = "[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]";

/** Pattern of a month's name before "월". */
export const MONTH = "1[0-2]|0?[1-9]|십일|십이|일|이|삼|사|오|육|유|칠|팔|구|십|시";

/** Pattern of words that count days by themselves ("사흘"). */
export const DAY_COUNT = `${COUNTS.join("|")}|보름`;

/** Pattern of native counts ("두" 달). */
export const NATIVE_COUNT = [...NATIVE].reverse().join("|");

/** Number of figures or Korean words; NaN when it is neither. */
export function koreanNumber(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  const native = NATIVE.indexOf(word);
  if (native >= 0) return native + 1;
  const days = COUNTS.indexOf(word);
  if (days >= 0) return days + 1;
  if (word === "보름") return 15;
  if (word === "유") return 6;
  if (word === "시") return 10;
  const [, tens, ones] = /^(?:([이삼사오육칠팔구]?)십)?([일이삼사오육칠팔구])?$/.exec(word) ?? [];
  const digit = (letter: string | undefined) => DIGITS.indexOf(letter || " ") + 1;
  if (word === "" || (tens === undefined && ones === undefined)) return Number.NaN;
  return (tens === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones);
}
