import type { Activity } from "../core/activity.ts";
import type { ConversationState } from "../core/conversation.ts";
import type { FactName, FactState, Facts } from "../core/fact.ts";
import type { Message } from "../core/message.ts";
import type { LogBody, LogEntry } from "../ports/log-entry.ts";
import { TRANSCRIPT_KEY } from "../ports/transcript-text.ts";

type CustomersWords = Extract<LogBody, { kind: "customer" }>;

/** Places of the customer's messages that have this id on their channel and still have words. */
export const placesOf = (entries: readonly LogEntry[], clientId: string): readonly number[] =>
  entries.flatMap(({ seq, body }) =>
    body.kind === "customer" && body.clientId === clientId && body.erased === undefined ? [seq] : [],
  );

/** What stands in the log instead of a message that was taken back. */
export const erasedBody = (clientId: string): CustomersWords => ({
  kind: "customer",
  text: "",
  masked: 0,
  clientId,
  erased: true,
});

export const erasedActivity = (activity: Activity): Activity =>
  activity.kind === "said" ? { ...activity, text: "", masked: 0, erased: true } : activity;

/**
 * The state without the words that were said at these places. Facts keep their values; days that were only mentioned are
 * forgotten, because they are nothing but words.
 */
export function forgetWords(state: ConversationState, places: readonly number[]): ConversationState {
  const learnedAt = state.audit?.learnedAt ?? {};
  const isFromThere = (fact: FactName): boolean => {
    const place = learnedAt[fact];
    return place === undefined || places.includes(place);
  };
  return {
    ...state,
    facts: withoutEvidence(state.facts, isFromThere),
    hints: {},
    lastSaid: state.lastSaid.filter((message) => !quotesCustomer(message)),
    ...(state.supposing === undefined
      ? {}
      : { supposing: { ...state.supposing, facts: withoutEvidence(state.supposing.facts, () => true) } }),
  };
}

const withoutEvidence = (facts: Facts, of: (fact: FactName) => boolean): Facts =>
  Object.fromEntries(Object.entries(facts).map(([fact, is]) => [fact, of(fact) ? bare(is) : is]));

function bare(is: FactState): FactState {
  if (is.state !== "known") return is;
  const { evidence: _, ...rest } = is;
  return rest;
}

const SAID = { key: TRANSCRIPT_KEY, text: "", sources: [], buttons: [] };
/** What stands in the log instead of a transcript, which holds what was taken back, too. */
export const ERASED_TRANSCRIPT = JSON.stringify({ kind: "bot", said: SAID } satisfies LogBody);
/** Finds transcripts among the entries of a conversation. */
export const TRANSCRIPTS = `{"kind":"bot","said":{"key":"${TRANSCRIPT_KEY}"%`;

const quotesCustomer = (message: Message): boolean =>
  message.kind === "text" &&
  Object.values(message.params).some(
    (param) =>
      typeof param !== "string" &&
      (param.kind === "transcript" || (param.kind === "facts" && param.facts.some(({ words }) => words !== undefined))),
  );
