import { rmSync } from "node:fs";
import { newDataFolder, spawnServer } from "../faults/spawn-server.ts";
import { openWebCustomer } from "../faults/web-customer.ts";
import { deskSamples } from "./desk-samples.ts";
import { heapOf } from "./heap-of.ts";
import { type FuzzFigures, runFuzz } from "./run-fuzz.ts";
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
const WARM_UP_SHARE = 0.1;

/** Sends `count` damaged requests to all end points of the real program. */
export async function fuzzServer(count: number, seed: number): Promise<FuzzReport> {
  const folder = newDataFolder();
  const settings = { NODE_OPTIONS: "--inspect=127.0.0.1:0", DESK_PASSWORD: PASSWORD, LOG_LEVEL: "silent" };
  const server = await spawnServer(folder, settings);
  const started = performance.now();
  try {
    const { address } = server;
    const inspector = /ws:\/\/127\.0\.0\.1:\d+\/[\w-]+/.exec(server.output())?.[0] ?? "";
    const customer = await openWebCustomer(() => address);
    await customer.say("상담원 연결해 주세요", "m-1");
    const chats = await Promise.all(Array.from({ length: CONVERSATIONS }, () => webChatSamples(address)));
    const desk = await deskSamples(address, PASSWORD);
    const samples = [...chats.flat(), ...Array.from({ length: CONVERSATIONS }, () => desk).flat()];
    const warm = Math.ceil(count * WARM_UP_SHARE);
    const first = await runFuzz(address, samples, { count: warm, seed });
    const before = await heapOf(inspector);
    const rest = await runFuzz(address, samples, { count: count - warm, seed: seed + 1 });
    const alive = server.child.exitCode === null && server.child.signalCode === null;
    const growth = alive ? (await heapOf(inspector)) - before : Number.NaN;
    return {
      seed,
      ...sum(first, rest),
      crashes: alive ? 0 : 1,
      heapGrowthMb: Math.round(growth / 1e5) / 10,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    await server.end("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

const sum = (a: FuzzFigures, b: FuzzFigures): FuzzFigures => ({
  requests: a.requests + b.requests,
  statuses: added(a.statuses, b.statuses),
  unanswered: a.unanswered + b.unanswered,
  serverErrors: added(a.serverErrors, b.serverErrors),
  overOneSecond: a.overOneSecond + b.overOneSecond,
  slowestMs: Math.max(a.slowestMs, b.slowestMs),
});

function added(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(keys.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}
