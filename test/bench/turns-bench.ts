import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../src/project-root.ts";
import { newDataFolder, serverEnv, startFlags } from "../faults/spawn-server.ts";
import { installed } from "../setup/installed.ts";
import { obtainPostgres } from "../setup/obtain-postgres.ts";
import { startPostgres } from "../setup/start-postgres.ts";
import { canPin, type Pinned, pinClient, startPinned } from "./turns/pinned.ts";
import { type Mode, type Sent, sendTurns, type Texts } from "./turns/send-turns.ts";
import { startSink } from "./turns/start-sink.ts";
import { topFunctions } from "./turns/top-functions.ts";

/** Whole turns (understood, decided, durable) of the real program against echo bots of both SDKs, in one run. */
const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "1500" },
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    texts: { type: "string", default: "alike,different" },
    modes: { type: "string", default: "replies,delivery" },
    profile: { type: "boolean", default: false },
  },
  args: process.argv.slice(3),
});
const MESSAGES = Number(values.messages);
const ROUNDS = Number(values.rounds);
const CONNECTIONS = 32;
const CONVERSATIONS = 128;
const WARM_UP = 2_000;
const MODES = (["replies", "delivery"] as const).filter((mode) => values.modes.split(",").includes(mode));
const TEXTS = (["alike", "different"] as const).filter((texts) => values.texts.split(",").includes(texts));
const BARS: readonly { readonly ours: string; readonly peer: string; readonly atLeast: number }[] = [
  { ours: "ansim-sqlite", peer: "botbuilder", atLeast: 1 },
  { ours: "ansim-sqlite", peer: "agents-sdk", atLeast: 0.7 },
  { ours: "ansim-postgres", peer: "botbuilder", atLeast: 0.6 },
];

interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
  readonly repeated: number;
}

const folders: string[] = [];
const profiles = newFolder();

function newFolder(): string {
  const folder = newDataFolder();
  folders.push(folder);
  return folder;
}

const peer = (file: string) => (): Promise<Pinned> => {
  const folder = installed("test/bench/peers");
  return startPinned([join(folder, file)], folder, { PATH: process.env.PATH });
};

const ansim = (settings: Readonly<Record<string, string>>) => (): Promise<Pinned> =>
  startPinned(
    [
      ...startFlags(),
      ...(values.profile ? ["--cpu-prof", `--cpu-prof-dir=${profiles}`] : []),
      "scripts/run.mjs",
      "main",
    ],
    projectRoot,
    serverEnv(newFolder(), { BOT_FRAMEWORK_DEVELOPMENT: "yes", LOG_LEVEL: "warn", ...settings }),
  );

const programs = obtainPostgres();
const postgres = typeof programs === "string" ? undefined : await startPostgres(programs);
const systems: Readonly<Record<string, () => Promise<Pinned>>> = {
  botbuilder: peer("botbuilder-echo.mjs"),
  "agents-sdk": peer("agents-echo.mjs"),
  "ansim-sqlite": ansim({}),
  ...(postgres === undefined ? {} : { "ansim-postgres": ansim({ DATABASE_URL: postgres.url }) }),
};

pinClient();
const sink = await startSink();
const started = new Map<string, Pinned>();
try {
  for (const [name, start] of Object.entries(systems)) {
    if (values.only === undefined || values.only.split(",").includes(name)) started.set(name, await start());
  }
  await measureAll();
} finally {
  for (const server of started.values()) await server.end();
  sink.close();
  await postgres?.stop();
  if (values.profile) print({ bench: "turns", profile: topFunctions(profiles, 40) });
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  const load = { connections: CONNECTIONS, conversations: CONVERSATIONS, sink };
  for (const [mode, texts] of MODES.flatMap((mode) => TEXTS.map((texts) => [mode, texts] as const))) {
    const rounds = new Map<string, Round[]>([...started.keys()].map((name) => [name, []]));
    for (const [name, { url }] of started) {
      await sendTurns({ ...load, url, mode, texts, messages: WARM_UP, run: `warm-${mode}-${texts}-${name}` });
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, { url, cpuMs }] of started) {
        const before = cpuMs();
        const run = `${round}-${mode}-${texts}-${name}`;
        const sent = await sendTurns({ ...load, url, mode, texts, messages: MESSAGES, run });
        rounds.get(name)?.push(roundOf(sent, cpuMs() - before));
      }
    }
    report({ mode, texts }, rounds);
  }
}

function roundOf({ seconds, waits, repeated }: Sent, cpuMs: number): Round {
  return {
    perSecond: waits.length / seconds,
    cpuMs: cpuMs / waits.length,
    p50: waits[Math.floor(waits.length * 0.5)] ?? 0,
    p99: waits[Math.floor(waits.length * 0.99)] ?? 0,
    repeated,
  };
}

function report(
  what: { readonly mode: Mode; readonly texts: Texts },
  rounds: ReadonlyMap<string, readonly Round[]>,
): void {
  const middle = (name: string, figure: keyof Round): number => {
    const sorted = (rounds.get(name) ?? []).map((round) => round[figure]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  for (const system of rounds.keys()) {
    const figures = {
      messagesPerSecond: rounded(middle(system, "perSecond")),
      cpuMsPerMessage: rounded(middle(system, "cpuMs")),
      p50Ms: rounded(middle(system, "p50")),
      p99Ms: rounded(middle(system, "p99")),
      repeatedTexts: rounded(middle(system, "repeated")),
    };
    print({ bench: "turns", ...what, system, messages: MESSAGES, rounds: ROUNDS, pinned: canPin, ...figures });
  }
  for (const { ours, peer: other, atLeast } of BARS) {
    if (!rounds.has(ours) || !rounds.has(other)) continue;
    // Round by round, so that both sides met the same load on the machine.
    const ratios = (rounds.get(ours) ?? []).map(
      (round, n) => round.perSecond / (rounds.get(other)?.[n]?.perSecond ?? 1),
    );
    const ratio = rounded(ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0);
    const cpuRatio = rounded(middle(other, "cpuMs") / middle(ours, "cpuMs"));
    print({ bench: "turns", ...what, ours, peer: other, ratio, cpuRatio, bar: atLeast, met: ratio >= atLeast });
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
