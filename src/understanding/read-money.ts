import type { Mention } from "../core/understanding.ts";
import { matchesOf } from "./matches-of.ts";

const FIGURE = "\\d{1,3}(?:,\\d{3})+|\\d{1,12}(?:\\.\\d{1,3})?";
const MORE = `\\s?(?:${FIGURE})\\s?(?:[천백]\\s?만|[만천백])?`;
/** "15만4천", "1억 2천만", "1.5만", "150,000". */
const AMOUNT = `(?:${FIGURE})\\s?(?:억(?:${MORE}){0,3}|만(?:${MORE}){0,2}|천(?:\\s?\\d{1,3}\\s?백?)?(?:\\s?만)?|백(?:\\s?만)?)?`;
const NUMERAL = "[일이삼사오육칠팔구십백천만억]";
/** 원 that is no part of another word ("부천 원미구", "원래"). */
const WON = "\\s?원(?![래격칙본미곡]|인(?![가데지거걸줄]))";
const NO_MORE = "(?![\\d,])";
/** A count of people or things is no money ("870만 명"). */
const COUNTED =
  "(?!\\s?(?:여\\s?)?(?:명|건|대(?!출)|회|개|가구|번|분|곳|인|고객|가입자|회선|이용자|유출|km|키로|년|살|배|칸|보|평|톤))";

const KOREAN = new RegExp(`(?<![\\d.,])(?<won>${AMOUNT})${WON}`, "g");
const BARE = new RegExp(
  `(?<![\\d.,])(?<won>(?:${FIGURE})\\s?만(?:\\s?\\d{1,2}\\s?천)?)${NO_MORE}${COUNTED}(?![가-힣]*\\s?원)`,
  "g",
);
const SPELT = new RegExp(
  `(?<![몇수\\d]|${NUMERAL})(?<won>${NUMERAL}{0,6}[십백천만억]${NUMERAL}{0,6}(?<=${NUMERAL}{2}|(?<![가-힣])${NUMERAL}))${WON}`,
  "g",
);
const SIGNED = new RegExp(`(?:₩|\\bkrw\\s?)(?<won>${AMOUNT})${NO_MORE}`, "gi");
const ENGLISH = new RegExp(`(?<![\\d.,])(?<won>${FIGURE})\\s?(?<step>k|thousand|million)?\\s?(?:won|krw)\\b`, "gi");
const DOLLARS = new RegExp(
  `(?:\\busd\\s?|\\$\\s?)(?<usd>${FIGURE})|(?<![\\d.,])(?<words>${FIGURE})\\s?(?:달러|불(?![가-힣])|dollars?\\b|usd\\b|bucks\\b)`,
  "gi",
);

const STEPS: Readonly<Record<string, number>> = { k: 1_000, thousand: 1_000, million: 1_000_000 };

/** Amounts of money, `value` in the unit that was said: "150000 KRW", "100 USD". */
export function readMoney(text: string): readonly Mention[] {
  if (!/[원만₩$불]|won|krw|usd|달러|dollar|bucks/i.test(text)) return [];
  const found: Mention[] = [];
  let rest = text;
  for (const pattern of [DOLLARS, SIGNED, ENGLISH, KOREAN, SPELT, BARE]) {
    for (const match of matchesOf(rest, pattern)) {
      const value = inUnit(match.groups ?? {});
      if (value === undefined) continue;
      found.push({ kind: "money", value, evidence: match[0], at: match.index });
      rest = rest.slice(0, match.index) + "\ufffc".repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  }
  return found;
}

function inUnit({ won, step, usd, words }: Readonly<Record<string, string | undefined>>): string | undefined {
  const amount = amountOf(won ?? usd ?? words ?? "") * (STEPS[step?.toLowerCase() ?? ""] ?? 1);
  if (!Number.isFinite(amount) || amount <= 0) return undefined;
  return `${Math.round(amount * 100) / 100} ${won === undefined ? "USD" : "KRW"}`;
}

const DIGITS = "일이삼사오육칠팔구";
const SMALL: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1_000 };
const LARGE: Readonly<Record<string, number>> = { 만: 10_000, 억: 100_000_000 };

/** Number of a mixture of figures and Korean numerals ("15만4천", "십오만"); NaN for none. */
function amountOf(words: string): number {
  let [total, section, digit] = [0, 0, Number.NaN];
  const settled = () => (Number.isNaN(digit) ? 0 : digit);
  for (const [part] of words.replace(/[\s,]/g, "").matchAll(/\d+(?:\.\d+)?|[가-힣]/g)) {
    if (/\d/.test(part)) digit = Number(part);
    else if (DIGITS.includes(part)) digit = DIGITS.indexOf(part) + 1;
    else if (SMALL[part] !== undefined) {
      section += (Number.isNaN(digit) ? 1 : digit) * SMALL[part];
      digit = Number.NaN;
    } else if (LARGE[part] !== undefined) {
      total += (section + settled() || 1) * LARGE[part];
      [section, digit] = [0, Number.NaN];
    }
  }
  return total + section + settled();
}
