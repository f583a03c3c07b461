import { ErrorCode, LogLevel, WebClient } from "@slack/web-api";
import type { Log } from "../../ports/log.ts";
import { type FaultKind, faultOf } from "./slack-faults.ts";
import { slackLogger } from "./slack-logger.ts";
import type { SlackMethod } from "./slack-scopes.ts";

/** What came of a call. `word` is Slack's own, or names what happened on the way. */
export type Called =
  | { readonly kind: "ok"; readonly answer: object }
  | {
      readonly kind: FaultKind;
      readonly word: string;
      /** When Slack said how long to wait. */
      readonly afterMs?: number;
    };

/** Calls Slack once; never throws, never repeats. */
export type CallSlack = (method: SlackMethod, args: Readonly<Record<string, unknown>>) => Promise<Called>;

export interface SlackCallsParts {
  readonly botToken: string;
  /** Slack's own when absent. */
  readonly apiUrl?: string;
  /** 10 s when absent. */
  readonly timeoutMs?: number;
  readonly log: Log;
}

const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** Nothing was written to the wire. */
const NO_CONNECTION = [
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
];

/** The library waits and repeats by itself unless told not to; here the outbox decides about that. */
export function createSlackCalls({ botToken, apiUrl, timeoutMs = TIMEOUT_MS, log }: SlackCallsParts): CallSlack {
  const client = new WebClient(botToken, {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    logger: slackLogger(log, LogLevel.ERROR),
  });
  return async (method, args) => {
    try {
      return { kind: "ok", answer: await client.apiCall(method, { ...args }) };
    } catch (error) {
      return failed(error);
    }
  };
}

function failed(error: unknown): Called {
  const code = read(error, "code");
  if (code === ErrorCode.PlatformError) {
    const word = String(read(read(error, "data"), "error"));
    return { kind: faultOf(word), word };
  }
  if (code === ErrorCode.RateLimitedError) {
    const seconds = Number(read(error, "retryAfter"));
    return { kind: "again", word: "ratelimited", afterMs: Math.min(seconds * 1_000, LONGEST_WAIT_MS) };
  }
  // A 429 that does not say how long, which the library throws as a plain error.
  if (error instanceof Error && error.message.startsWith("Retry header")) return { kind: "again", word: "ratelimited" };
  if (code === ErrorCode.HTTPError) return { kind: "doubt", word: `status_${String(read(error, "statusCode"))}` };
  const cause = read(read(read(error, "original"), "cause"), "code");
  return typeof cause === "string" && NO_CONNECTION.includes(cause)
    ? { kind: "again", word: "no_connection" }
    : { kind: "doubt", word: "no_answer" };
}

const read = (from: unknown, name: string): unknown =>
  typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined;
