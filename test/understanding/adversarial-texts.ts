import { seededRandom } from "../../src/understanding/seeded-random.ts";
import { shipped } from "./shipped-intents.ts";

/** Pieces that have broken such programs, and pieces that our readers look for. */
export const PIECES: readonly string[] = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "\ud800",
  "\udfff",
  "\u202e",
  "\u2066",
  "\u0000",
  "\ufeff",
  "가".normalize("NFD"),
  "위약금".normalize("NFD"),
  "ㄱㅏ",
  "ᄀ",
  "́",
  "💥",
  "👨‍👩‍👧",
  "ﷺ",
  "İ",
  "ß",
  "\\",
  "$&",
  "(((",
  "[[",
  "{{fact.x}}",
  "<script>",
  "10월",
  "31일",
  "2025",
  "9999999999999999999",
  "1,000,000",
  "15만 ",
  "억",
  "원",
  "₩",
  "$",
  "010-1234-5678",
  "/",
  ".",
  ",",
  "-",
  "?",
  "!",
  "\n",
  "\t",
  " ",
  "  ",
  "아니 ",
  "네",
  "no ",
  "yes ",
  "그리고 ",
  "이랑 ",
  "는지 ",
  "하고 ",
  "방법",
  "dkssud",
  "DKSSUD",
  "ktdptj",
  "위약금",
  "알뜰폰",
  "입원",
  "해지",
  "하면",
  "이에요",
  "말고",
  "면제",
  "쿠팡",
  "SKT",
  "케이티알파",
  "LG U+",
  "2012년 ",
  "엄마",
  "my son ",
  "상담원 연결 말고 ",
  "피해자가 74명이고 ",
  "http://a.b/",
  "ㅋㅋㅋㅋ",
  "ㅇㅇ",
  "2번",
  "the second one",
  "in october ",
  "last friday ",
];

type Random = () => number;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T =>
  items[below(random, items.length)] as T;
const several = (random: Random, most: number, make: () => string): string =>
  Array.from({ length: below(random, most + 1) }, make).join("");

const codeUnits = (random: Random) => several(random, 80, () => String.fromCharCode(below(random, 0x10000)));
const codePoints = (random: Random) => several(random, 60, () => String.fromCodePoint(below(random, 0x110000)));
const ascii = (random: Random) => several(random, 120, () => String.fromCharCode(32 + below(random, 95)));
const jamo = (random: Random) => several(random, 60, () => String.fromCharCode(0x1100 + below(random, 256)));
const syllables = (random: Random) => several(random, 80, () => String.fromCharCode(0xac00 + below(random, 11_172)));
const pieces = (random: Random) => several(random, 40, () => pick(random, PIECES));
const repeated = (random: Random) =>
  several(random, 3, () => pick(random, PIECES).repeat(1 + below(random, pick(random, [5, 50, 500]))));

/** What customers write, with something done to it. */
function mutated(random: Random): string {
  const text = pick(random, shipped.samples).text;
  const at = below(random, text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const ways = [
    () => text.normalize("NFD"),
    () => before + pick(random, PIECES) + after,
    () => before + after.slice(1),
    () => text.replaceAll(" ", ""),
    () => [...text].join("\u200b"),
    () => `\u202e${text}`,
    () => `${text} ${pick(random, shipped.samples).text}`,
    () =>
      Array.from({ length: 2 + below(random, 30) }, () => pick(random, shipped.samples).text).join(
        pick(random, [" ", "\n", ", ", " 그리고 "]),
      ),
    () => text.toUpperCase(),
    () => [...text].reverse().join(""),
  ];
  return pick(random, ways)();
}

/** Up to a megabyte in one line. */
const endless = (random: Random): string => {
  const unit = pick(random, [
    pick(random, PIECES),
    pick(random, shipped.samples).text,
    codeUnits(random),
    syllables(random),
  ]);
  return (unit || "a").repeat(Math.ceil(1_000_000 / (unit || "a").length)).slice(0, 20_000 + below(random, 980_000));
};

const KINDS = [codeUnits, codePoints, ascii, jamo, syllables, pieces, pieces, repeated, mutated, mutated, mutated];
/** One in so many texts is endless. */
const ENDLESS_EVERY = 100;

/** Always the same texts for a seed; the first one is endless. */
export function adversarialTexts(count: number, seed: number): readonly (() => string)[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const own = seededRandom(Math.floor(random() * 2 ** 32));
    const make = n % ENDLESS_EVERY === 0 ? endless : pick(own, KINDS);
    return () => make(own);
  });
}
