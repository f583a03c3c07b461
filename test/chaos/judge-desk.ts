import type { FakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import type { FakeMessage } from "../fakes/fake-slack/workspace.ts";
import { NOTE, tagIn } from "./desk-words.ts";
import { type Spread, spreadOf } from "./figures.ts";
import { addWords, judgeWords, type WordsVerdict } from "./judge-words.ts";
import { findPlanted } from "./planted.ts";
import type { Seen } from "./seen.ts";
import { AGENT, cardsOf, isOver, wordsUnder } from "./staff-agents.ts";

/** What came of the cases, as Slack and the customers kept it. */
export interface DeskReport {
  readonly cases: number;
  /** Cards beyond one a case. */
  readonly doubledCards: number;
  readonly toStaff: WordsVerdict;
  readonly toCustomers: WordsVerdict;
  /** Cases whose cards say that they are over: every agent gives every case back. */
  readonly ended: number;
  /** Notes of staff that a customer was shown. */
  readonly leakedNotes: number;
  /** Of anything that Slack received: how much of it held an identifier that a customer wrote. */
  readonly identifiers: Readonly<Record<string, number>>;
  /** Mentions, links and previews that came alive in Slack, but for agents who are told that an act was refused. */
  readonly markup: number;
  readonly posts: number;
  /** What the channel took, and what the product was told that it takes. Slack's own is 1. */
  readonly postsPerSecond: number;
  /** Calls of Slack that went wrong, and those after which nobody could know what was done. */
  readonly failedCalls: number;
  readonly ambiguousCalls: number;
  /** How long Slack waited for each answer of ours. */
  readonly ackMs: Spread;
  readonly acks: Acks;
}

export interface Acks {
  readonly asked: number;
  /** Answered with 2xx; `ackMs` is of all that were answered at all. */
  readonly taken: number;
  /** 5xx: the store could not take it, and Slack comes again. */
  readonly refused: number;
  /** No process was there, or it was killed or frozen meanwhile. */
  readonly unanswered: number;
}

/** `postsPerSecond` is only passed on. */
export function judgeDesk(seen: readonly Seen[], slack: FakeSlack, postsPerSecond: number): DeskReport {
  const cards = cardsOf(slack);
  const talks = seen.flatMap(({ staff, shown }) => (staff === undefined ? [] : [{ staff, shown }]));
  return {
    cases: talks.length,
    doubledCards: cards.length - new Set(cards.map(caseOf)).size,
    toStaff: judgeToStaff(seen, slack),
    toCustomers: addWords(talks.map(({ staff, shown }) => judgeWords(staff.wanted, fromUs(shown)))),
    ended: cards.filter(isOver).length,
    leakedNotes: talks.filter(({ shown }) => shown.some(({ text }) => text.includes(NOTE))).length,
    identifiers: findPlanted(receivedBy(slack)),
    markup: slack.workspace.messages.reduce((sum, message) => sum + (message.bot_id ? alive(message).length : 0), 0),
    posts: slack.workspace.messages.filter(({ bot_id }) => bot_id !== undefined).length,
    postsPerSecond,
    failedCalls: slack.calls.filter(({ fault }) => fault !== "none" && fault !== "slow").length,
    ambiguousCalls: slack.calls.filter(({ ambiguous }) => ambiguous).length,
    ...acksOf(slack),
  };
}

/** Whether every word of the customers stands in Slack, once and in order. */
export function judgeToStaff(seen: readonly Pick<Seen, "staff">[], slack: FakeSlack): WordsVerdict {
  const threads = new Map<string, string[]>();
  for (const card of cardsOf(slack)) {
    const words = wordsUnder(slack, card);
    const tag = tagIn(words.join(" "));
    if (tag !== undefined) threads.set(tag, [...(threads.get(tag) ?? []), ...words]);
  }
  return addWords(
    seen.flatMap(({ staff }) => (staff === undefined ? [] : [judgeWords(staff.said, threads.get(staff.tag) ?? [])])),
  );
}

const fromUs = (shown: Seen["shown"]): readonly string[] =>
  shown.filter(({ byCustomer }) => !byCustomer).map(({ text }) => text);

const alive = ({ markup }: FakeMessage) =>
  markup.filter(({ kind, found }) => kind !== "mention" || !found.startsWith(`<@${AGENT}`));

/** The case that a card belongs to, as its metadata says. */
function caseOf({ metadata, ts }: FakeMessage): string {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { case?: string } };
  return payload?.case ?? ts;
}

/** Everything that we ever wrote to Slack: calls, also those that failed, and answers to what it asked. */
function* receivedBy(slack: FakeSlack): Iterable<string> {
  for (const { given } of slack.calls) yield JSON.stringify(given);
  for (const { body } of slack.attempts) yield body;
  for (const { body } of slack.responses) yield body;
}

function acksOf({ attempts }: FakeSlack): Pick<DeskReport, "ackMs" | "acks"> {
  const answered = attempts.filter(({ status }) => status > 0);
  const taken = answered.filter(({ status }) => status >= 200 && status < 300).length;
  return {
    ackMs: spreadOf(answered.map(({ ms }) => ms)),
    acks: {
      asked: attempts.length,
      taken,
      refused: answered.length - taken,
      unanswered: attempts.length - answered.length,
    },
  };
}
