import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "../../src/understanding/seeded-random.ts";
import { type FakeConnector, startFakeConnector } from "../fakes/fake-connector/start-fake-connector.ts";
import { createFaultPlan } from "../fakes/fault-plan.ts";
import { startBalancer } from "./balancer.ts";
import { openBotFrameworkCustomer } from "./bot-framework-customer.ts";
import type { Channel, ChaosOptions } from "./chaos-options.ts";
import type { Customer, Door } from "./customer.ts";
import { type DeskRun, startDeskRun } from "./desk-run.ts";
import { type Answers, learnAnswers } from "./learn-answers.ts";
import { type Report, reportOf } from "./report.ts";
import type { AllAnswers, Seen } from "./seen.ts";
import { serveUnderTest, type UnderTest } from "./serve-under-test.ts";
import { brokenTalks } from "./talk-of.ts";
import { type Told, talkToBot, untilAnswered } from "./talk-to-bot.ts";
import { type StaffTold, talkToStaff } from "./talk-to-staff.ts";
import { startTrouble, type Trouble } from "./trouble.ts";
import { openWebChatCustomer } from "./web-chat-customer.ts";

export type Say = (text: string) => void;

interface Ended {
  readonly customer: Customer;
  readonly told: Told;
  /** What was said to staff, where the customer asked for a person. */
  readonly staff?: StaffTold;
}

/** Longer than a killed process's work, a frozen one's, and a database away may take together. */
const PATIENCE_MS: Readonly<Record<Channel, number>> = { "web-chat": 45_000, "bot-framework": 20_000 };
/** What a process that comes back too late might still do wrong shows within this time. */
const SETTLE_MS = 3_000;
const FAR_END_FAILS = 0.22;

/** One whole run: real servers, customers, trouble, and the judgement from what the far ends kept. */
export async function runChaos(options: ChaosOptions, main: string, say: Say): Promise<Report> {
  const share = options.faults ? FAR_END_FAILS : 0;
  const faults = createFaultPlan({ seed: options.seed + 3, share, waits: true });
  const connector = await startFakeConnector({ faults });
  const desk = options.desk ? await startDeskRun(options, share, say) : undefined;
  try {
    const underTest = await serveUnderTest(options, main, settingsOf(options, desk));
    const balancer = startBalancer(underTest.fleet, seededRandom(options.seed + 1));
    let trouble: Trouble | undefined;
    try {
      const { door } = balancer;
      const open = createOpening(door, connector);
      const answers = await learnAll(options.channels, open);
      say(`${options.workers} processes on ${options.store} serve; the trouble begins`);
      faults.begin();
      const started = performance.now();
      desk?.begin(() => `${door()}/slack/events`);
      trouble = options.kills ? begin(options, underTest, say) : undefined;
      const ended = await talkAll(options, { open, answers, say, ...(desk === undefined ? {} : { desk }) });
      await desk?.endWork();
      await trouble?.end();
      faults.end();
      const seconds = (performance.now() - started) / 1_000;
      await desk?.untilPosted(ended);
      await pause(SETTLE_MS);
      const seen = await readAll(ended, options.atOnce);
      const unknown = await underTest.endServers();
      const { crashes } = underTest.fleet;
      for (const crash of crashes) say(`a process ended by itself: ${crash}`);
      for (const broken of brokenTalks(seen, answers)) say(`broken: ${broken}`);
      return reportOf({
        options,
        seen,
        answers,
        seconds,
        trouble,
        crashes,
        connector,
        unknown,
        ...(desk === undefined ? {} : { desk: desk.judge(seen) }),
      });
    } finally {
      // Once more where the run broke off: it would go on for ever.
      await trouble?.end();
      await balancer.stop();
      await underTest.stop();
    }
  } finally {
    await connector.stop();
    await desk?.stop();
  }
}

const settingsOf = ({ channels }: ChaosOptions, desk: DeskRun | undefined): Readonly<Record<string, string>> => ({
  ...(channels.includes("bot-framework") ? { BOT_FRAMEWORK_DEVELOPMENT: "yes", HOST: "127.0.0.1" } : {}),
  ...desk?.settings,
});

const begin = (options: ChaosOptions, { fleet, restartDatabase }: UnderTest, say: Say): Trouble =>
  startTrouble({
    fleet,
    random: seededRandom(options.seed),
    freezes: options.workers > 1,
    ...(restartDatabase === undefined ? {} : { restartDatabase }),
    say,
  });

type Opening = (channel: Channel, name: string) => Promise<Customer>;

const createOpening =
  (door: Door, connector: FakeConnector): Opening =>
  async (channel, name) =>
    channel === "web-chat" ? openWebChatCustomer(door) : openBotFrameworkCustomer(door, connector, name);

async function learnAll(channels: readonly Channel[], open: Opening): Promise<AllAnswers> {
  const learned: [Channel, Answers][] = [];
  for (const channel of channels) learned.push([channel, await learnAnswers(await open(channel, "learn"))]);
  return Object.fromEntries(learned);
}

interface TalkWith {
  readonly open: Opening;
  readonly answers: AllAnswers;
  readonly say: Say;
  readonly desk?: DeskRun;
}

/**
 * All conversations, `atOnce` at a time, on the channels in turn. Who only waits for answers makes room for the next, so that
 * the load does not end where answers are missing.
 */
async function talkAll(options: ChaosOptions, { open, answers: all, say, desk }: TalkWith): Promise<readonly Ended[]> {
  const random = seededRandom(options.seed + 2);
  const ended: Ended[] = [];
  const waiting = new Set<Promise<void>>();
  let next = 0;
  const end = (one: Ended): void => {
    ended.push(one);
    if (ended.length % 100 === 0) say(`${ended.length} of ${options.conversations} conversations`);
  };
  const talkOn = async (): Promise<void> => {
    while (next < options.conversations) {
      const conversation = next;
      next += 1;
      const channel = options.channels[conversation % options.channels.length] ?? "web-chat";
      const answers = all[channel];
      if (answers === undefined) throw new Error(`nothing was learnt on ${channel}`);
      const customer = await open(channel, String(conversation));
      const patienceMs = PATIENCE_MS[channel];
      const told = await talkToBot(customer, { conversation, messages: options.messages, random });
      const answered = untilAnswered(customer, answers, told.accepted, patienceMs);
      if (desk === undefined || channel !== "web-chat") {
        const one = answered.then(() => end({ customer, told })).finally(() => waiting.delete(one));
        waiting.add(one);
        if (waiting.size > options.atOnce) await Promise.race(waiting);
        continue;
      }
      await answered;
      end({ customer, told, staff: await talkToStaff(customer, { conversation, random, ...desk.talk }) });
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, talkOn));
  await Promise.all(waiting);
  return ended;
}

async function readAll(ended: readonly Ended[], atOnce: number): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const waiting = [...ended];
  const readOn = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const { customer, ...rest } = one;
      seen.push({ channel: customer.channel, ...rest, shown: await customer.read() });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return seen;
}
