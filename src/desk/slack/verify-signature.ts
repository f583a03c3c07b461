import { createHmac, timingSafeEqual } from "node:crypto";

export interface SignedRequest {
  readonly body: Buffer;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

const WINDOW_SECONDS = 300;

/** Whether Slack sent these very bytes within the last five minutes; a time that lies as far ahead is refused, too. */
export function isFromSlack({ body, timestamp, signature }: SignedRequest, secret: string, nowMs: number): boolean {
  if (secret === "" || timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp))
    return false;
  if (Math.abs(nowMs / 1_000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const right = Buffer.from(`v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`);
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
