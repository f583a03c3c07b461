import { rmSync } from "node:fs";
import type { ChaosOptions } from "../chaos/chaos-options.ts";
import { startDatabase } from "../chaos/serve-under-test.ts";
import { TRIAGE } from "../chaos/staff-agents.ts";
import { type FakeSlack, startFakeSlack } from "../fakes/fake-slack/start-fake-slack.ts";
import { type FarReply, startFarServer } from "../fakes/far-server.ts";
import { noFaults } from "../fakes/fault-plan.ts";
import { newDataFolder, type RunningServer, spawnServer } from "../faults/spawn-server.ts";
import { openWebCustomer } from "../faults/web-customer.ts";
import { botFrameworkSamples, CHANNEL_SETTINGS, recordedSamples } from "./channel-samples.ts";
import { deskSamples } from "./desk-samples.ts";
import { heapOf } from "./heap-of.ts";
import { type FuzzFigures, runFuzz } from "./run-fuzz.ts";
import type { SampleRequest } from "./sample-request.ts";
import { slackSamples } from "./slack-samples.ts";
import { watchSamples } from "./watch-samples.ts";
import { webChatSamples } from "./web-chat-samples.ts";

export interface FuzzReport extends FuzzFigures {
  readonly seed: number;
  /** 1 when the process ended by itself. */
  readonly crashes: number;
  /** What the process held more after the requests than after the first tenth of them, garbage collected, in MB. */
  readonly heapGrowthMb: number;
  readonly seconds: number;
}

const PASSWORD = "desk-password-1";
const CONVERSATIONS = 40;
/** From the folder of the compiled entry points. */
const PROGRAM = "../test/fuzz/program-child";
/** What all far ends understand as success. */
const WELL: FarReply = { status: 200, body: { id: "1", status: "SUCCESS", success: true, resultCode: "00" } };
const WARM_UP_SHARE = 0.1;

/** Sends `count` damaged requests to all end points of the whole program. Nothing leaves this machine. */
export async function fuzzServer(
  count: number,
  seed: number,
  store: ChaosOptions["store"] = "sqlite",
): Promise<FuzzReport> {
  const database = store === "postgres" ? await startDatabase() : undefined;
  const slack = await startFakeSlack({ paced: false, retryAfterMs: [] });
  const farEnds = await startFarServer({ faults: noFaults(), answer: () => WELL });
  const folder = newDataFolder();
  const at = database === undefined ? undefined : { DATABASE_URL: database.url };
  try {
    const server = await spawnServer(folder, { ...settingsOf(slack), ...at }, [PROGRAM, farEnds.address]);
    try {
      return await fuzz(server, { count, seed, samples: await samplesOf(server.address, farEnds.address, slack) });
    } finally {
      await server.end("SIGKILL");
    }
  } finally {
    await farEnds.stop();
    await slack.stop();
    await database?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const settingsOf = (slack: FakeSlack): Readonly<Record<string, string>> => ({
  ...CHANNEL_SETTINGS,
  NODE_OPTIONS: "--inspect=127.0.0.1:0",
  DESK_PASSWORD: PASSWORD,
  DESK_PAGE: "yes",
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_SIGNING_SECRET: slack.signingSecret,
  SLACK_TRIAGE_CHANNEL: TRIAGE,
  SLACK_API_URL: slack.apiUrl,
  LOG_LEVEL: "silent",
});

type Samples = readonly (readonly SampleRequest[])[];

/** By end points that belong together. */
async function samplesOf(address: string, farEnds: string, slack: FakeSlack): Promise<Samples> {
  const customer = await openWebCustomer(() => address);
  await customer.say("상담원 연결해 주세요", "m-1");
  const chats = await Promise.all(Array.from({ length: CONVERSATIONS }, () => webChatSamples(address)));
  return [
    chats.flat(),
    await slackSamples(address, slack),
    await deskSamples(address, PASSWORD),
    recordedSamples("kakao"),
    recordedSamples("line"),
    recordedSamples("naver"),
    botFrameworkSamples(farEnds),
    watchSamples,
  ];
}

interface FuzzParts {
  readonly count: number;
  readonly seed: number;
  readonly samples: Samples;
}

async function fuzz({ address, child, output }: RunningServer, parts: FuzzParts): Promise<FuzzReport> {
  const { count, seed, samples } = parts;
  const started = performance.now();
  const inspector = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(output())?.[0] ?? "";
  const warm = Math.ceil(count * WARM_UP_SHARE);
  const first = await runFuzz(address, samples, { count: warm, seed });
  const before = await heapOf(inspector);
  const rest = await runFuzz(address, samples, { count: count - warm, seed: seed + 1 });
  const alive = child.exitCode === null && child.signalCode === null;
  const growth = alive ? (await heapOf(inspector)) - before : Number.NaN;
  return {
    seed,
    ...sum(first, rest),
    crashes: alive ? 0 : 1,
    heapGrowthMb: Math.round(growth / 1e5) / 10,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

const sum = (a: FuzzFigures, b: FuzzFigures): FuzzFigures => ({
  requests: a.requests + b.requests,
  statuses: added(a.statuses, b.statuses),
  unanswered: a.unanswered + b.unanswered,
  serverErrors: added(a.serverErrors, b.serverErrors),
  overOneSecond: a.overOneSecond + b.overOneSecond,
  slowestMs: Math.max(a.slowestMs, b.slowestMs),
  overPatience: a.overPatience + b.overPatience,
});

function added(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}
