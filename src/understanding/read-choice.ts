import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { toJamo } from "./hangul.ts";
import { toKey } from "./normalise.ts";

const KOREAN_PLACES = ["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟"];
const SINO_PLACES = ["일", "이", "삼", "사", "오", "육", "칠", "팔"];
const ENGLISH_PLACES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const ENDING =
  "(?:거|것|걸|번)?(?:이요|이에요|예요|입니다|으로요|로요|으로|로|요|할게요|할래요|선택|선택할게요|고를게요)*";
const FIGURE = new RegExp(`^(?:option|number|no|답은)?(\\d)(?:번째|번|st|nd|rd|th)?${ENDING}(?:one|option)?$`);
const KOREAN = new RegExp(`^(?:(${KOREAN_PLACES.join("|")})번?째|(${SINO_PLACES.join("|")})번)${ENDING}$`);
const ENGLISH = new RegExp(`^(?:the|option)?(${ENGLISH_PLACES.join("|")})(?:one|option|answer)?(?:please)?$`);
const FIRST = new RegExp(`^(?:맨위|제일위|맨처음|처음|위에)(?:에|의)?${ENDING}$`);
const LAST = new RegExp(`^(?:맨아래|제일아래|맨밑|마지막|맨끝|끝에)(?:에|의)?${ENDING}$|^(?:the)?last(?:one|option)?$`);

/** Place (from 0) that a short text names among `count` options ("두 번째", "2번", "the last one"). */
export function readPlace(text: string, count: number): number | undefined {
  const key = toKey(text);
  const place = placeOf(key, count);
  return place !== undefined && place >= 0 && place < count ? place : undefined;
}

function placeOf(key: string, count: number): number | undefined {
  const figure = FIGURE.exec(key)?.[1];
  if (figure !== undefined) return Number(figure) - 1;
  const [, native, sino] = KOREAN.exec(key) ?? [];
  if (native !== undefined) return KOREAN_PLACES.indexOf(native);
  if (sino !== undefined) return SINO_PLACES.indexOf(sino);
  const english = ENGLISH.exec(key)?.[1];
  if (english !== undefined) return ENGLISH_PLACES.indexOf(english);
  if (FIRST.test(key)) return 0;
  return LAST.test(key) ? count - 1 : undefined;
}

const ENDINGS =
  /(?:이라고요|이에요|이예요|예요|에요|입니다|인데요|인데|이고요|이요|같아요|같은데요|쓰고있어요|쓰는데요|써요|사용중이에요|사용중|이용중|할게요|로할게요|으로요|으로|이다|임|요|를|을|은|는|이|가)$/;
const OPENINGS = /^(?:저는|제가|전|나는|난|저희는|우리는|그건|음|아|어|i'?m|im|its|it's|i am|it is)\s*/i;

const bare = (text: string): string =>
  toKey(text.trim().replace(OPENINGS, "")).replace(ENDINGS, "").replace(ENDINGS, "");

/** Longest text in which typing errors are looked for. */
const LONGEST = 24;

const known = new Map<string, string>();

/** Wordings are few and come again with every message. */
function jamoOf(wording: string): string {
  const jamo = known.get(wording) ?? toJamo(toKey(wording));
  known.set(wording, jamo);
  return jamo;
}

/** Letters that the other word has not at all: no fewer errors lie between them. */
function foreignLetters(said: string, wanted: string): number {
  let count = 0;
  for (const letter of said) if (!wanted.includes(letter)) count += 1;
  return count;
}

/** Key of the only wording that the text is, but for typing errors (at most one in about seven jamo). */
export function closest<Value>(text: string, wordings: readonly (readonly [Value, string])[]): Value | undefined {
  if (text.length > LONGEST) return undefined;
  const said = toJamo(bare(text));
  if (said.length < 4) return undefined;
  let best: { value: Value; distance: number } | undefined;
  let second = Number.POSITIVE_INFINITY;
  for (const [value, wording] of wordings) {
    const wanted = jamoOf(wording);
    if (wanted.length < 5 || Math.abs(wanted.length - said.length) > 3) continue;
    if (foreignLetters(said, wanted) > Math.max(1, Math.floor(wanted.length / 7))) continue;
    const distance = distances.DamerauLevenshteinDistance(said, wanted, { restricted: true });
    if (distance > Math.max(1, Math.floor(wanted.length / 7))) continue;
    if (best === undefined || distance < best.distance) {
      if (best !== undefined && best.value !== value) second = best.distance;
      best = { value, distance };
    } else if (best.value !== value) second = Math.min(second, distance);
  }
  return best !== undefined && best.distance < second ? best.value : undefined;
}
