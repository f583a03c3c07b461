import { damageBody } from "./damage-body.ts";
import type { SampleRequest } from "./sample-request.ts";

export interface DamagedRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** As in the sample. */
  readonly patienceMs?: number;
}

const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { "content-type": "text/plain" },
  { "content-type": "application/json; charset=euc-kr" },
  { "content-type": "" },
  { "content-encoding": "gzip" },
  { authorization: "Bearer x" },
  { authorization: `Bearer ${"a.".repeat(2_000)}` },
  { "accept-language": "ko".repeat(1_000) },
  { cookie: "a=b; ".repeat(200) },
  { origin: "https://elsewhere.example" },
  { "x-forwarded-for": "127.0.0.1, 10.0.0.1" },
];
const ODD_METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];
const ODD_ENDS = [
  "/",
  "//",
  "/..%2f..%2fetc%2fpasswd",
  "?watermark=-1",
  "?watermark=%00",
  "?t=%ff",
  "%",
  "/%ed%a0%80",
  `/${"a".repeat(3_000)}`,
];

const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

/** A request to send: most have a damaged body, some a damaged address, method or header; a few are whole. */
export function damageRequest(sample: SampleRequest, random: () => number): DamagedRequest {
  const { name, path, method } = sample;
  const whole = withNumbers(sample.body, random);
  const damaged = random() < 0.95 ? damageBody(whole, random) : Buffer.from(whole);
  const body = sample.wrap === undefined || random() < 0.02 ? damaged : sample.wrap(damaged);
  const signed = random() < 0.9 ? sample.sign?.(body) : undefined;
  const headers = { ...sample.headers, ...signed, ...(random() < 0.1 ? pick(random, ODD_HEADERS) : {}) };
  return {
    name,
    method: random() < 0.05 ? pick(random, ODD_METHODS) : method,
    path: random() < 0.05 ? path + pick(random, ODD_ENDS) : path,
    headers,
    body,
    ...(sample.patienceMs === undefined ? {} : { patienceMs: sample.patienceMs }),
  };
}

const NUMBERS = { $NEW: 100_000_000, $SOME: 40 };

/** Far ends name every message anew, and a name that was seen before is taken once. */
const withNumbers = (body: string, random: () => number): string =>
  body
    .replaceAll("$NEW", () => String(Math.floor(random() * NUMBERS.$NEW)))
    .replaceAll("$SOME", () => String(Math.floor(random() * NUMBERS.$SOME)));
