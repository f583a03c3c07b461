import type { SendResult } from "./delivery.ts";
import type { OutgoingResult } from "./outgoing.ts";

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
/** A far end that asks for more than a day is not believed. */
const LONGEST_ASKED_MS = 86_400_000;
const TOO_MANY = 429;
/** The server gave up waiting for the rest of a request that it had begun to read. */
const TIMED_OUT = 408;

/** Doubles with every attempt (1 is the first), up to a minute. */
export const backOffMs = (attempts: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_MS);

/**
 * How a send over HTTP ended, for far ends that say it by status. 5xx says nothing about what was done: it is `unknown`.
 * `attempts` counts this one.
 */
export function resultOfCall(result: OutgoingResult, attempts: number): SendResult {
  if (result.kind === "not-sent") return { kind: "later", afterMs: backOffMs(attempts) };
  if (result.kind === "in-doubt") return { kind: "unknown" };
  const { status, headers } = result;
  if (status >= 200 && status < 300) return { kind: "sent" };
  if (status === TOO_MANY) return { kind: "later", afterMs: askedMs(headers["retry-after"]) ?? backOffMs(attempts) };
  if (status >= 500 || status === TIMED_OUT) return { kind: "unknown" };
  return { kind: "refused", why: `status ${status}` };
}

/** `Retry-After` in seconds; undefined when absent or not a number. */
function askedMs(header: string | undefined): number | undefined {
  if (header === undefined || !/^\d+(?:\.\d+)?$/.test(header.trim())) return undefined;
  return Math.min(Number(header) * 1_000, LONGEST_ASKED_MS);
}
