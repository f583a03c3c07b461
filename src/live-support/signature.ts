import { createHmac, timingSafeEqual } from "node:crypto";

export const TIMESTAMP_HEADER = "x-ansim-timestamp";
export const SIGNATURE_HEADER = "x-ansim-signature";
const WINDOW_SECONDS = 300;

const digest = (secret: string, timestamp: string, body: string | Buffer): string =>
  `v1=${createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex")}`;

/** The headers that prove who wrote a body, and when. */
export function signed(body: string, secret: string, nowMs: number): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(nowMs / 1_000));
  return { [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: digest(secret, timestamp, body) };
}

export interface SignedBody {
  readonly body: Buffer;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** Whether who knows the secret sent these very bytes within the last five minutes; a time that lies as far ahead is refused. */
export function isSigned({ body, timestamp, signature }: SignedBody, secret: string, nowMs: number): boolean {
  if (secret === "" || signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp))
    return false;
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const [right, given] = [Buffer.from(digest(secret, timestamp, body)), Buffer.from(signature)];
  return given.length === right.length && timingSafeEqual(given, right);
}
