import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { newDataFolder, spawnServer } from "../faults/spawn-server.ts";
import { readSoakFigures, type SoakFigures, slopeOf } from "./soak/read-figures.ts";
import { createTalkers } from "./soak/talkers.ts";

/**
 * `npm run -s bench -- soak [minutes] [messages a second]`: the real program on SQLite under steady load over Direct Line; how much
 * memory it takes, whether that grows (NODE_OPTIONS go to the program), and how long a customer waits for the acknowledgement.
 */
const [, , , minutesGiven = "10", perSecondGiven = "200"] = process.argv;
const MINUTES = Number(minutesGiven);
const PER_SECOND = Number(perSecondGiven);
const TICK_MS = 10;
/** Before that, the program is still getting warm. */
const WARM_SHARE = 0.3;
const MOST_WAITING = 1_000;
/** The heap goes up and down with the collector: only the lowest of so many seconds counts. */
const WINDOW_SECONDS = 10;
const BAR_MB = 250;

interface Sample extends SoakFigures {
  readonly minute: number;
}

const round = (value: number): number => Number(value.toPrecision(3));
const print = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

const folder = newDataFolder();
const server = await spawnServer(folder, { LOG_LEVEL: "error", NODE_OPTIONS: process.env.NODE_OPTIONS ?? "" });
const talkers = createTalkers(server.address);
const samples: Sample[] = [];
const acknowledged: number[] = [];
let [refused, skipped, underWay] = [0, 0, 0];

const say = async (due: number): Promise<void> => {
  underWay += 1;
  try {
    const ms = await talkers.sayNext(due);
    if (ms === undefined) refused += 1;
    else acknowledged.push(ms);
  } catch {
    refused += 1;
  } finally {
    underWay -= 1;
  }
};

async function load(until: number, start: number): Promise<void> {
  let sent = 0;
  while (performance.now() < until) {
    const due = Math.floor(((performance.now() - start) / 1_000) * PER_SECOND);
    for (; sent < due; sent += 1) {
      if (underWay >= MOST_WAITING) skipped += 1;
      else void say(start + (sent / PER_SECOND) * 1_000);
    }
    await pause(TICK_MS);
  }
  while (underWay > 0) await pause(TICK_MS);
}

async function watch(until: number, start: number): Promise<void> {
  let told = 0;
  while (performance.now() < until) {
    await pause(1_000);
    const minute = (performance.now() - start) / 60_000;
    const sample = { ...(await readSoakFigures(server.address)), minute };
    samples.push(sample);
    if (minute < told + 0.5) continue;
    told = minute;
    const { rssMb, heapMb, waiting, oldestSeconds } = sample;
    print({
      minute: round(minute),
      rssMb: round(rssMb),
      heapMb: round(heapMb),
      waiting,
      oldestSeconds: round(oldestSeconds),
    });
  }
}

/** The lowest heap of each window after the warm-up. */
function windows(): readonly { readonly x: number; readonly y: number }[] {
  const warm = samples.filter(({ minute }) => minute > MINUTES * WARM_SHARE);
  return Array.from({ length: Math.floor(warm.length / WINDOW_SECONDS) }, (_, i) => {
    const window = warm.slice(i * WINDOW_SECONDS, (i + 1) * WINDOW_SECONDS);
    return { x: window[0]?.minute ?? 0, y: Math.min(...window.map(({ heapMb }) => heapMb)) };
  });
}

const quantile = (q: number): number => {
  const sorted = acknowledged.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN);
};

try {
  const start = performance.now();
  const until = start + MINUTES * 60_000;
  await Promise.all([load(until, start), watch(until, start)]);
  const drain = performance.now();
  let last = await readSoakFigures(server.address);
  while (last.waiting > 0) {
    await pause(100);
    last = await readSoakFigures(server.address);
  }
  const rssPeakMb = round(Math.max(...samples.map(({ rssMb }) => rssMb)));
  const mostWaiting = Math.max(...samples.map(({ waiting }) => waiting));
  print({
    minutes: MINUTES,
    perSecond: round(acknowledged.length / (MINUTES * 60)),
    acknowledged: acknowledged.length,
    turns: last.turns,
    refused,
    skipped,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    rssPeakMb,
    belowBar: rssPeakMb < BAR_MB,
    heapSlopeMbPerMinute: round(slopeOf(windows())),
    mostWaiting,
    cpuMsPerTurn: round((last.cpuSeconds / last.turns) * 1_000),
    partMs: last.partMs,
    drainSeconds: round((performance.now() - drain) / 1_000),
  });
} finally {
  await server.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
