/** A body that should not come, and what is wrong with it. */
export type BadBody = readonly [what: string, body: Buffer];

/** The body cut off after every byte. */
export const truncated = (body: Buffer): readonly BadBody[] =>
  Array.from({ length: body.length }, (_, length) => [`cut off after ${length} bytes`, body.subarray(0, length)]);

const OTHER_TYPES: readonly unknown[] = [null, 0, -1e308, true, "", [], {}, [[]], { a: { b: 1 } }, "x".repeat(5_000)];
const ODD_TEXTS: readonly string[] = [
  "\0",
  "\ud800",
  "\udc00 x \ud83d",
  "\u202e\u200b",
  "{{fact.x}} {a} %s",
  "𝄞".repeat(600),
];

/** Every value inside a JSON body, as the steps that lead there. */
function paths(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...path, key]))];
}

function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((inner, at) => (String(at) === step ? replaced(inner, rest, by) : inner));
  return { ...(value as object), [step]: replaced((value as Record<string, unknown>)[step], rest, by) };
}

const without = (value: unknown, path: readonly (string | number)[]): unknown =>
  JSON.parse(JSON.stringify(replaced(value, path, undefined)) ?? "null");

/** Every value of a JSON body left out, of another type, or a text that few expect. */
export function mistyped(body: Buffer): readonly BadBody[] {
  const value: unknown = JSON.parse(body.toString());
  return paths(value).flatMap((path): readonly BadBody[] => {
    const where = path.join(".") || "all";
    const at = path.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], value);
    const others = typeof at === "string" ? [...OTHER_TYPES, ...ODD_TEXTS] : OTHER_TYPES;
    return [
      ...others.map(
        (by): BadBody => [`${where} is ${JSON.stringify(by).slice(0, 20)}`, json(replaced(value, path, by))],
      ),
      ...(path.length === 0 ? [] : [[`${where} is missing`, json(without(value, path))] as const]),
    ];
  });
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Bodies that are bad whatever the channel. */
export function anyBad(body: Buffer): readonly BadBody[] {
  const text = body.toString();
  const middle = Math.floor(body.length / 2);
  return [
    ["empty", Buffer.alloc(0)],
    ["null", Buffer.from("null")],
    ["an array", Buffer.from("[]")],
    ["a number too large", Buffer.from("1e999")],
    ["deep", Buffer.from("[".repeat(30_000))],
    ["deep and closed", Buffer.from(`${"[".repeat(20_000)}${"]".repeat(20_000)}`)],
    ["deep inside", Buffer.from(text.replace(/\}$/, `,"deep":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`))],
    ["many keys", Buffer.from(text.replace(/^\{/, `{${Array.from({ length: 3_000 }, (_, n) => `"k${n}":1`).join()},`))],
    ["huge", Buffer.from(text.replace(/^\{/, `{"padding":"${"가".repeat(200_000)}",`))],
    ["a prototype", Buffer.from(text.replace(/^\{/, '{"__proto__":{"polluted":true},"constructor":{"prototype":{}},'))],
    ["everything twice", Buffer.from(text.replace(/^\{/, `{${text.slice(1, -1)},`))],
    ["UTF-16", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["a byte order mark", Buffer.from(`\ufeff${text}`)],
    [
      "invalid UTF-8",
      Buffer.concat([body.subarray(0, middle), Buffer.from([0xff, 0xc0, 0x80]), body.subarray(middle)]),
    ],
    ["NUL bytes", Buffer.concat([body.subarray(0, middle), Buffer.alloc(3), body.subarray(middle)])],
    ["trailing words", Buffer.from(`${text}${text}`)],
    ["not JSON", Buffer.from("utterance=안녕&user=1")],
  ];
}
