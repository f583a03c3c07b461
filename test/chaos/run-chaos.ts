import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../../src/understanding/seeded-random.ts";
import type { ChaosOptions } from "./chaos-options.ts";
import type { Fleet } from "./fleet.ts";
import { type Answers, learnAnswers } from "./learn-answers.ts";
import { type Report, reportOf } from "./report.ts";
import { serveUnderTest } from "./serve-under-test.ts";
import { type Told, talkToBot } from "./talk-to-bot.ts";
import { startTrouble } from "./trouble.ts";
import { openWebChatCustomer, type Shown, type WebChatCustomer } from "./web-chat-customer.ts";

export type Say = (text: string) => void;

/** A customer who went away, and what was seen at the end of the run. */
export interface Ended {
  readonly customer: WebChatCustomer;
  readonly told: Told;
}

export interface Seen extends Ended {
  readonly shown: readonly Shown[];
}

/** Longer than a killed process's work, a frozen one's, and a database away may take together. */
const PATIENCE_MS = 45_000;
/** What a process that comes back too late might still do wrong shows within this time. */
const SETTLE_MS = 3_000;

/** One whole run: real servers, customers, trouble, and the judgement from what the far ends kept. */
export async function runChaos(options: ChaosOptions, main: string, say: Say): Promise<Report> {
  const { fleet, restartDatabase, stop } = await serveUnderTest(options, main);
  try {
    const random = seededRandom(options.seed);
    const door = chooseDoor(fleet, seededRandom(options.seed + 1));
    const answers = await learnAnswers(door);
    say(`${options.workers} processes on ${options.store} serve; the trouble begins`);
    const started = performance.now();
    const trouble = options.faults
      ? startTrouble({
          fleet,
          random,
          freezes: options.workers > 1,
          ...(restartDatabase === undefined ? {} : { restartDatabase }),
          say,
        })
      : undefined;
    const ended = await talkAll(options, { door, answers, random: seededRandom(options.seed + 2), say });
    await trouble?.end();
    const seconds = (performance.now() - started) / 1_000;
    await pause(SETTLE_MS);
    const seen = await readAll(ended, options.atOnce);
    return reportOf({ options, seen, answers, seconds, trouble, crashes: fleet.crashes });
  } finally {
    await stop();
  }
}

/** Another server each time, as behind a load balancer that does not look. */
const chooseDoor = (fleet: Fleet, random: () => number) => (): string => {
  const addresses = fleet.addresses();
  return addresses[Math.floor(random() * addresses.length)] ?? "http://127.0.0.1:9";
};

interface TalkWith {
  readonly door: () => string;
  readonly answers: Answers;
  readonly random: () => number;
  readonly say: Say;
}

/** All conversations, `atOnce` at a time. */
async function talkAll(options: ChaosOptions, { door, answers, random, say }: TalkWith): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  let next = 0;
  const talkOn = async (): Promise<void> => {
    while (next < options.conversations) {
      const conversation = next;
      next += 1;
      const customer = await openWebChatCustomer(door);
      const parts = { conversation, messages: options.messages, random, answers, patienceMs: PATIENCE_MS };
      ended.push({ customer, told: await talkToBot(customer, parts) });
      if (ended.length % 100 === 0) say(`${ended.length} of ${options.conversations} conversations`);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, talkOn));
  return ended;
}

async function readAll(ended: readonly Ended[], atOnce: number): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const waiting = [...ended];
  const readOn = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      seen.push({ ...one, shown: await one.customer.read() });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return seen;
}
