import type { FakeConnector } from "../fakes/fake-connector/start-fake-connector.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import { type Spread, spreadOf } from "./figures.ts";
import { addUp, judge } from "./judge.ts";
import type { DeskReport } from "./judge-desk.ts";
import type { Answers } from "./learn-answers.ts";
import type { AllAnswers, Seen } from "./seen.ts";
import type { Trouble } from "./trouble.ts";

/** What a run prints; the first six are a contract. */
export interface Report {
  readonly accepted: number;
  readonly delivered: number;
  /** Accepted and never answered, beyond what the store itself keeps as unknown. */
  readonly lost: number;
  readonly duplicated: number;
  readonly reordered: number;
  readonly seconds: number;
  /** Replies that answer nothing, and customers' own messages that are missing, doubled or misplaced. */
  readonly strange: number;
  /** Answers that never reached the connector and are kept as unknown. */
  readonly unknown: number;
  /** Deliveries that the store keeps as unknown, whether they arrived or not. */
  readonly unknownInStore: number;
  /** Calls to the connector after which nobody could know what was done. */
  readonly ambiguous: number;
  readonly store: string;
  readonly channels: string;
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
  /** Absent without `--desk`. */
  readonly desk?: DeskReport;
}

export interface ReportParts {
  readonly options: ChaosOptions;
  readonly seen: readonly Seen[];
  readonly answers: AllAnswers;
  readonly seconds: number;
  readonly trouble: Trouble | undefined;
  readonly crashes: readonly string[];
  readonly connector: FakeConnector;
  readonly unknown: number;
  readonly desk?: DeskReport;
}

export function reportOf(parts: ReportParts): Report {
  const { options, seen, answers, seconds, trouble, crashes, connector, unknown: unknownInStore } = parts;
  const verdictOf = (channel: Seen["channel"]) =>
    addUp(
      seen
        .filter((one) => one.channel === channel)
        .map((one) => judge({ accepted: one.told.accepted, answered: answered(one, answers[channel]) })),
    );
  const far = verdictOf("bot-framework");
  const verdict = addUp([verdictOf("web-chat"), far]);
  const unknown = Math.min(far.lost, unknownInStore);
  const misplaced = seen.filter((one) => one.channel === "web-chat" && !ownInOrder(one)).length;
  const { accepted, delivered, lost, duplicated, reordered, strange } = verdict;
  const sum = (of: (one: Seen) => number): number => seen.reduce((total, one) => total + of(one), 0);
  const { conversations, messages, seed, workers, store } = options;
  return {
    accepted,
    delivered,
    lost: lost - unknown,
    duplicated,
    reordered,
    seconds: Math.round(seconds * 10) / 10,
    strange: strange + misplaced,
    unknown,
    unknownInStore,
    ambiguous: connector.calls.filter(({ ambiguous }) => ambiguous).length,
    store,
    channels: options.channels.join(","),
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
    ...(parts.desk === undefined ? {} : { desk: parts.desk }),
  };
}

const isQuestion = (clientId = ""): boolean => clientId.startsWith("m-");

/** The customer's own questions, each once and in the order of their acceptance. */
const ownInOrder = ({ told, shown }: Seen): boolean =>
  JSON.stringify(
    shown.flatMap(({ byCustomer, clientId }) => (byCustomer && isQuestion(clientId) ? [clientId] : [])),
  ) === JSON.stringify(told.clientIds);

/** Questions that the bot's replies answer; the greeting, once and first, answers none. */
function answered({ shown, staff }: Seen, answers: Answers | undefined): readonly (number | undefined)[] {
  const texts = shown.flatMap(({ text, byCustomer }) => (byCustomer ? [] : [text]));
  const replies = texts[0] !== undefined && answers?.isGreeting(texts[0]) ? texts.slice(1) : texts;
  const questions = replies.map((text) => answers?.questionOf(text));
  // What is said about the hand-off, and by staff, is judged by itself.
  return staff === undefined ? questions : questions.filter((question) => question !== undefined);
}

/** From each acceptance to its answer; an answer may be there before the acceptance was read. */
function delays({ channel, shown, told }: Seen, all: AllAnswers): readonly number[] {
  const given = new Map(
    shown.flatMap(({ byCustomer, text, atMs }) => (byCustomer ? [] : [[all[channel]?.questionOf(text), atMs]])),
  );
  return told.accepted.flatMap((question, place) => {
    const from = told.acceptedMs[place];
    const to = given.get(question);
    return from === undefined || to === undefined ? [] : [Math.max(0, to - from)];
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
