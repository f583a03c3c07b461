import { type Spread, spreadOf } from "./figures.ts";
import { isTaken } from "./http-calls.ts";
import type { Answers } from "./learn-answers.ts";
import type { AllAnswers, Seen } from "./seen.ts";
import type { Trouble } from "./trouble.ts";

/** How long things took, as customers and their programs saw it. */
export interface Times {
  /** Of the calls that were answered well. */
  readonly ackMs: Spread;
  /** Of all calls that were answered, refusals with 503 included. */
  readonly callMs: Spread;
  /** Calls that were refused with 503. */
  readonly refusals: number;
  /** Calls without an answer: the process was killed, or is frozen and cannot even refuse. */
  readonly unanswered: number;
  readonly unansweredMs: Spread;
  /** From the first call for a message to its acceptance, over all repetitions and their pauses. */
  readonly takenMs: Spread;
  /** From acceptance to the answer, by the store's clock. */
  readonly answerMs: Spread;
  /** What had waited when a process was killed: from then to its answer, whoever had it. */
  readonly afterKillMs: Spread;
  /** From the database's return to the first answer after it. */
  readonly databaseBackMs: Spread;
}

interface Waited {
  readonly from: number;
  readonly to: number;
}

export function timesOf(seen: readonly Seen[], answers: AllAnswers, trouble: Trouble | undefined): Times {
  const calls = seen.flatMap(({ told }) => told.calls);
  const answered = calls.filter(({ status }) => status > 0);
  const unanswered = calls.filter(({ status }) => status === 0);
  const waited = seen.flatMap((one) => waits(one, answers[one.channel]));
  const ms = (of: readonly { readonly ms: number }[]): Spread => spreadOf(of.map((one) => one.ms));
  return {
    ackMs: spreadOf(seen.flatMap(({ told }) => told.ackMs)),
    callMs: ms(answered),
    refusals: answered.filter((one) => !isTaken({ ...one, body: "" })).length,
    unanswered: unanswered.length,
    unansweredMs: ms(unanswered),
    takenMs: spreadOf(seen.flatMap(({ told }) => told.takenMs)),
    answerMs: spreadOf(waited.map(({ from, to }) => Math.max(0, to - from))),
    afterKillMs: spreadOf(
      (trouble?.kills ?? []).flatMap((kill) =>
        waited.flatMap(({ from, to }) => (from <= kill && to > kill ? [to - kill] : [])),
      ),
    ),
    databaseBackMs: spreadOf(backs(seen, trouble?.databaseBacks ?? [])),
  };
}

/** From each acceptance to its answer; an answer may be there before the acceptance was read. */
function waits({ shown, told }: Seen, answers: Answers | undefined): readonly Waited[] {
  const given = new Map(
    shown.flatMap(({ byCustomer, text, atMs }) => (byCustomer ? [] : [[answers?.questionOf(text), atMs]])),
  );
  return told.accepted.flatMap((question, place) => {
    const from = told.acceptedMs[place];
    const to = given.get(question);
    return from === undefined || to === undefined ? [] : [{ from, to }];
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
