import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../../../src/understanding/seeded-random.ts";

/** One attempt to tell the app something. */
export interface Attempt {
  readonly kind: "event" | "interaction" | "command";
  /** What it is about: `message`, `block_actions`, `/ansim`. */
  readonly about: string;
  readonly retry: number;
  /** 0 when there was no answer. */
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

export interface AppSenderParts {
  readonly signingSecret: string;
  /** Where the app takes events, interactions and commands. */
  readonly url: () => string;
  readonly nowMs: () => number;
  /** Pauses before the first, second and third retry. Slack's own are at once, a minute, and five. */
  readonly retryAfterMs: readonly number[];
  readonly noted: (attempt: Attempt) => void;
  /** Share of what a person does that comes twice; 0 when absent. */
  readonly repeated?: number;
}

export interface Parcel {
  readonly kind: Attempt["kind"];
  readonly about: string;
  readonly contentType: "application/json" | "application/x-www-form-urlencoded";
  readonly body: string;
}

const PATIENCE_MS = 3_000;
const REPEAT_SEED = 7;
const LATEST_REPEAT_MS = 500;

export const sign = (secret: string, seconds: number, body: string | Buffer): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${seconds}:`).update(body).digest("hex")}`;

/** Sends as Slack does: signed, three seconds of patience, retried with the reason in the headers. Resolves to the last attempt. */
export function createAppSender(parts: AppSenderParts) {
  const attempt = async (parcel: Parcel, retry: number, reason: string) => {
    const seconds = Math.floor(parts.nowMs() / 1_000);
    const started = performance.now();
    const outcome = await post(parts.url(), parcel.body, {
      "content-type": parcel.contentType,
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": sign(parts.signingSecret, seconds, parcel.body),
      ...(retry === 0 ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": reason }),
    });
    const { status, body } = outcome;
    const ms = performance.now() - started;
    parts.noted({ kind: parcel.kind, about: parcel.about, retry, status, ms, body });
    return outcome;
  };
  const random = seededRandom(REPEAT_SEED);
  return {
    /** Events are retried; whatever a person does is not. */
    send: async (parcel: Parcel): Promise<Outcome> => {
      const twice = parcel.kind === "interaction" && random() < (parts.repeated ?? 0);
      const again = twice
        ? pause(random() * LATEST_REPEAT_MS).then(() => attempt(parcel, 1, "http_timeout"))
        : undefined;
      let outcome = await attempt(parcel, 0, "");
      await again;
      if (parcel.kind !== "event") return outcome;
      for (const [index, waitMs] of parts.retryAfterMs.entries()) {
        if (outcome.status >= 200 && outcome.status < 300) return outcome;
        if (outcome.noRetry) return outcome;
        await pause(waitMs);
        outcome = await attempt(parcel, index + 1, outcome.reason);
      }
      return outcome;
    },
  };
}

export interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly noRetry: boolean;
  readonly reason: string;
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)", ...headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    const noRetry = answer.headers.get("x-slack-no-retry") === "1";
    return { status: answer.status, body: text, noRetry, reason: "http_error" };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return { status: 0, body: "", noRetry: false, reason: late ? "http_timeout" : "connection_failed" };
  }
}
