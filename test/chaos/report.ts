import type { ChaosOptions } from "./chaos-options.ts";
import { type Spread, spreadOf } from "./figures.ts";
import { addUp, judge } from "./judge.ts";
import type { Answers } from "./learn-answers.ts";
import type { Seen } from "./run-chaos.ts";
import type { Trouble } from "./trouble.ts";

/** What a run prints; the first six are a contract. */
export interface Report {
  readonly accepted: number;
  readonly delivered: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly seconds: number;
  /** Replies that answer nothing, and customers' own messages that are missing, doubled or misplaced. */
  readonly strange: number;
  readonly store: string;
  readonly conversations: number;
  readonly messages: number;
  readonly seed: number;
  readonly workers: number;
  readonly kills: number;
  readonly freezes: number;
  readonly databaseRestarts: number;
  /** Server processes that ended by themselves. */
  readonly crashes: number;
  /** Calls that had to be made again. */
  readonly retries: number;
  /** Messages that were given up because nobody took them for a minute. */
  readonly refused: number;
  readonly repeats: number;
  readonly swaps: number;
  /** Of the calls that were answered well. */
  readonly ackMs: Spread;
  /** From acceptance to the answer, by the store's clock. */
  readonly answerMs: Spread;
  /** From the database's return to the first answer after it. */
  readonly databaseBackMs: Spread;
}

export interface ReportParts {
  readonly options: ChaosOptions;
  readonly seen: readonly Seen[];
  readonly answers: Answers;
  readonly seconds: number;
  readonly trouble: Trouble | undefined;
  readonly crashes: readonly string[];
}

export function reportOf({ options, seen, answers, seconds, trouble, crashes }: ReportParts): Report {
  const verdict = addUp(seen.map((one) => judge({ accepted: one.told.accepted, answered: answered(one, answers) })));
  const misplaced = seen.filter(
    ({ told, shown }) =>
      JSON.stringify(shown.flatMap(({ byCustomer, clientId }) => (byCustomer ? [clientId] : []))) !==
      JSON.stringify(told.clientIds),
  ).length;
  const { accepted, delivered, lost, duplicated, reordered, strange } = verdict;
  const sum = (of: (one: Seen) => number): number => seen.reduce((total, one) => total + of(one), 0);
  const { conversations, messages, seed, workers, store } = options;
  return {
    accepted,
    delivered,
    lost,
    duplicated,
    reordered,
    seconds: Math.round(seconds * 10) / 10,
    strange: strange + misplaced,
    store,
    conversations,
    messages,
    seed,
    workers,
    kills: trouble?.kills.length ?? 0,
    freezes: trouble?.freezes.length ?? 0,
    databaseRestarts: trouble?.databaseBacks.length ?? 0,
    crashes: crashes.length,
    retries: sum(({ told }) => told.retries),
    refused: sum(({ told }) => told.refused),
    repeats: sum(({ told }) => told.repeats),
    swaps: sum(({ told }) => told.swaps),
    ackMs: spreadOf(seen.flatMap(({ told }) => told.ackMs)),
    answerMs: spreadOf(seen.flatMap((one) => delays(one, answers))),
    databaseBackMs: spreadOf(backs(seen, trouble?.databaseBacks ?? [])),
  };
}

/** Questions that the bot's replies answer; the greeting, once and first, answers none. */
function answered({ shown }: Seen, { questionOf, greeting }: Answers): readonly (number | undefined)[] {
  const texts = shown.flatMap(({ text, byCustomer }) => (byCustomer ? [] : [text]));
  return (texts[0] === greeting ? texts.slice(1) : texts).map(questionOf);
}

function delays({ shown, told }: Seen, { questionOf }: Answers): readonly number[] {
  const asked = new Map(shown.flatMap(({ clientId, atMs }) => (clientId === undefined ? [] : [[clientId, atMs]])));
  const given = new Map(shown.flatMap(({ byCustomer, text, atMs }) => (byCustomer ? [] : [[questionOf(text), atMs]])));
  return told.clientIds.flatMap((clientId, place) => {
    const from = asked.get(clientId);
    const to = given.get(told.accepted[place]);
    return from === undefined || to === undefined ? [] : [to - from];
  });
}

function backs(seen: readonly Seen[], databaseBacks: readonly number[]): readonly number[] {
  const times = seen.flatMap(({ shown }) => shown.flatMap(({ byCustomer, atMs }) => (byCustomer ? [] : [atMs])));
  const sorted = times.sort((a, b) => a - b);
  return databaseBacks.flatMap((back) => {
    const first = sorted.find((at) => at > back);
    return first === undefined ? [] : [first - back];
  });
}
