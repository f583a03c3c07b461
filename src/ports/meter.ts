import type { Outcome } from "../core/outcome.ts";
import { SURVEY_ANSWERS } from "../core/survey.ts";
import type { SendResult } from "./delivery.ts";

/** Every way to a customer or to staff that metrics tell apart; others count as `other`. */
export const WAYS = [
  "web-chat",
  "bot-framework",
  "kakao",
  "line",
  "naver",
  "desk",
  "support-hub",
  "support-webhook",
  "other",
] as const;
export type Way = (typeof WAYS)[number];

export const ACCEPT_RESULTS = ["accepted", "duplicate", "refused", "failed"] as const;
export const SEND_RESULTS = ["sent", "later", "unknown", "parked", "refused", "threw"] as const;
export const TURN_STEPS = ["understand", "decide", "commit"] as const;
export const REFUSALS = ["requests", "answer-time", "sockets", "slow-socket"] as const;

export const SURVEY_STEPS = ["asked", ...SURVEY_ANSWERS] as const;

type SendEnd = SendResult["kind"] | "threw";

/** What is counted, with the labels of each; label values are closed lists and never hold anything of a customer. */
export interface Counted {
  /** `refused`: there was no room; `failed`: the store could not, or not in time. */
  readonly accept: { readonly result: (typeof ACCEPT_RESULTS)[number] };
  readonly turn: { readonly outcome: Outcome };
  /** Turns thrown away because another holder had taken the conversation over. */
  readonly fenced: Readonly<Record<string, never>>;
  readonly send: { readonly to: Way; readonly result: SendEnd };
  /** Surveys that were asked, and their answers. */
  readonly survey: { readonly answer: (typeof SURVEY_STEPS)[number] };
  /** Turned away by the server itself: too much at once, or somebody too slow. */
  readonly refusal: { readonly why: (typeof REFUSALS)[number] };
}

/** What is measured, in seconds. */
export interface Observed {
  readonly accept: Readonly<Record<string, never>>;
  readonly turn: { readonly step: (typeof TURN_STEPS)[number] };
  readonly send: { readonly to: Way };
}

/** Takes counts and durations of what the process does; never throws. */
export interface Meter {
  count<Name extends keyof Counted>(name: Name, labels: Counted[Name]): void;
  observe<Name extends keyof Observed>(name: Name, labels: Observed[Name], seconds: number): void;
}

/** For commands and tests that measure nothing. */
export const noMeter: Meter = { count: () => undefined, observe: () => undefined };

const isWay = (id: string): id is Way => WAYS.some((way) => way === id);

/** The way with this id, as a label. */
export const wayOf = (id: string): Way => (isWay(id) ? id : "other");
