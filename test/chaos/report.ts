import type { FakeConnector } from "../fakes/fake-connector/start-fake-connector.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import { addUp, judge } from "./judge.ts";
import type { DeskReport } from "./judge-desk.ts";
import type { AllAnswers, Seen } from "./seen.ts";
import { talkOf } from "./talk-of.ts";
import { type Times, timesOf } from "./times.ts";
import type { Trouble } from "./trouble.ts";

/** What a run prints; the first six are a contract. */
export interface Report extends Times {
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
  /** Those of them that were not done: as many answers are missing for the connector's faults alone. */
  readonly ambiguousUndone: number;
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
  /** Messages that were given up because nobody took them for three minutes. */
  readonly refused: number;
  readonly repeats: number;
  readonly swaps: number;
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
    addUp(seen.filter((one) => one.channel === channel).map((one) => judge(talkOf(one, answers))));
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
    ambiguousUndone: connector.calls.filter(({ ambiguous, status }) => ambiguous && status === 0).length,
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
    retries: sum(({ told }) => told.calls.length - told.accepted.length),
    refused: sum(({ told }) => told.refused),
    repeats: sum(({ told }) => told.repeats),
    swaps: sum(({ told }) => told.swaps),
    ...timesOf(seen, answers, trouble),
    ...(parts.desk === undefined ? {} : { desk: parts.desk }),
  };
}

const isQuestion = (clientId = ""): boolean => clientId.startsWith("m-");

/** The customer's own questions, each once and in the order of their acceptance. */
const ownInOrder = ({ told, shown }: Seen): boolean =>
  JSON.stringify(
    shown.flatMap(({ byCustomer, clientId }) => (byCustomer && isQuestion(clientId) ? [clientId] : [])),
  ) === JSON.stringify(told.clientIds);
