import { PIECES } from "../understanding/adversarial-texts.ts";

type Random = () => number;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const pick = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)] as T;

const DEEP = [10, 1_000, 30_000];
const WRONG_VALUES = [
  "null",
  "[]",
  "{}",
  "7",
  "-0",
  "1e400",
  "9007199254740993",
  "true",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '{"__proto__":{"kind":"x"}}',
  '{"constructor":{"prototype":{"kind":"x"}}}',
  '"<!channel> <@U1> &lt;!here&gt;"',
  '"#{7*7}{{fact.x}}"',
  '"\\r\\nset-cookie: a=b"',
];
const WHOLE = [
  "",
  "x",
  "null",
  "[]",
  '"x"',
  "1e400",
  "\ufeff{}",
  '{"a":1,"a":2}',
  '{"__proto__":null}',
  "=cmd|' /C calc'!A0",
  "\u001b[31m",
];

/** The bytes of a body with something done to them that has broken such programs before. */
export function damageBody(body: string, random: Random): Buffer {
  const bytes = Buffer.from(body);
  const at = below(random, bytes.length + 1);
  const ways: readonly (() => Buffer)[] = [
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from(pick(random, PIECES)), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([below(random, 256)]), bytes.subarray(at + 1)]),
    () => Buffer.from(withWrongValue(body, random)),
    () => Buffer.from(withWrongValue(withWrongValue(body, random), random)),
    () => Buffer.from(withText(body, random)),
    () => Buffer.from(withText(body, random)),
    () => Buffer.from(pick(random, WHOLE)),
    () => Buffer.from(`\ufeff${body}`, "utf16le"),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.from(nested(pick(random, DEEP), random() < 0.5)),
    () => Buffer.from(`{${Array.from({ length: 3_000 }, (_, key) => `"k${key}":1`).join(",")}}`),
    () => Buffer.from(Array.from({ length: below(random, 200) }, () => below(random, 256))),
  ];
  return pick(random, ways)();
}

/** One value of the JSON becomes one of another kind. */
function withWrongValue(body: string, random: Random): string {
  const values = [...body.matchAll(/:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])/g)];
  const chosen = values[below(random, values.length)];
  if (chosen === undefined) return pick(random, WRONG_VALUES);
  const from = chosen.index + chosen[0].length - (chosen[1]?.length ?? 0);
  return `${body.slice(0, from)}${pick(random, WRONG_VALUES)}${body.slice(chosen.index + chosen[0].length)}`;
}

/** One string of the JSON gets hostile words, correctly written. */
function withText(body: string, random: Random): string {
  const strings = [...body.matchAll(/:\s*("(?:[^"\\]|\\.)*")/g)];
  const chosen = strings[below(random, strings.length)];
  if (chosen === undefined) return body;
  const words = Array.from({ length: 1 + below(random, 6) }, () => pick(random, PIECES)).join("");
  const text = JSON.stringify(random() < 0.05 ? words.repeat(1 + below(random, 2_000)) : words);
  const from = chosen.index + chosen[0].length - (chosen[1]?.length ?? 0);
  return `${body.slice(0, from)}${text}${body.slice(chosen.index + chosen[0].length)}`;
}

const nested = (depth: number, closed: boolean): string =>
  `{"type":"message","value":${"[".repeat(depth)}${closed ? `${"]".repeat(depth)}}` : ""}`;
