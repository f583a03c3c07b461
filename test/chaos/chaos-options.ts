import { parseArgs } from "node:util";

export type Channel = (typeof CHANNELS)[number];

export interface ChaosOptions {
  readonly conversations: number;
  /** Of each customer. */
  readonly messages: number;
  readonly seed: number;
  readonly store: "sqlite" | "postgres";
  /** Server processes; SQLite allows one. */
  readonly workers: number;
  /** Conversations that go on at the same time. */
  readonly atOnce: number;
  readonly channels: readonly Channel[];
  /** Whether every customer of the web chat asks for a person at the end, who is reached through Slack. */
  readonly desk: boolean;
  /** Of each customer to staff, after what was asked of the bot. */
  readonly deskMessages: number;
  /** Into one channel: a setting of the product and of the fake alike. Slack's own limit is 1. */
  readonly postsPerSecond: number;
  /** Each has one case at a time. */
  readonly agents: number;
  /** Whether far ends fail. */
  readonly faults: boolean;
  /** Whether processes are killed and frozen, and the database restarted. */
  readonly kills: boolean;
  /** Where everything that Slack was told and asked is written at the end. */
  readonly slackLog?: string;
  /** So many damaged requests to every end point, and nothing else. */
  readonly fuzz?: number;
}

/** Customers come through these in turn. */
const CHANNELS = ["web-chat", "bot-framework"] as const;
const DEFAULTS = { conversations: 1_000, messages: 4, seed: 1, workers: 4, atOnce: 48 };
const DESK_DEFAULTS = { messages: 6, postsPerSecond: 20, agents: 24 };

export const USAGE = `npm run -s chaos -- [--conversations 1000] [--messages 4] [--seed 1] [--store sqlite|postgres]
                   [--workers 4] [--channels web-chat,bot-framework] [--at-once 48] [--calm | --steady]
                   [--desk] [--desk-messages 6] [--posts-per-second 20] [--agents 24] [--slack-log FILE]
npm run -s chaos -- --fuzz 100000 [--seed 1] [--store sqlite|postgres]`;

/** Throws an Error with what is wrong. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      conversations: text,
      messages: text,
      seed: text,
      store: text,
      workers: text,
      channels: text,
      "at-once": text,
      desk: { type: "boolean" },
      "desk-messages": text,
      "posts-per-second": text,
      agents: text,
      "slack-log": text,
      calm: { type: "boolean" },
      steady: { type: "boolean" },
      fuzz: text,
    },
  });
  const { store = "sqlite" } = values;
  if (store !== "sqlite" && store !== "postgres") throw new Error(`--store ${store}: sqlite or postgres`);
  return {
    conversations: whole("conversations", values.conversations, DEFAULTS.conversations),
    messages: whole("messages", values.messages, DEFAULTS.messages),
    seed: whole("seed", values.seed, DEFAULTS.seed),
    store,
    workers: store === "sqlite" ? 1 : whole("workers", values.workers, DEFAULTS.workers),
    atOnce: whole("at-once", values["at-once"], DEFAULTS.atOnce),
    channels: (values.channels ?? "web-chat").split(",").map(channelOf),
    desk: values.desk === true,
    deskMessages: whole("desk-messages", values["desk-messages"], DESK_DEFAULTS.messages),
    postsPerSecond: whole("posts-per-second", values["posts-per-second"], DESK_DEFAULTS.postsPerSecond),
    agents: whole("agents", values.agents, DESK_DEFAULTS.agents),
    faults: values.calm !== true,
    kills: values.calm !== true && values.steady !== true,
    ...(values["slack-log"] === undefined ? {} : { slackLog: values["slack-log"] }),
    ...(values.fuzz === undefined ? {} : { fuzz: whole("fuzz", values.fuzz, 1) }),
  };
}

function whole(name: string, given: string | undefined, otherwise: number): number {
  const value = Number(given ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} ${given}: a whole number from 1`);
  return value;
}

function channelOf(name: string): Channel {
  const found = CHANNELS.find((known) => known === name);
  if (found === undefined) throw new Error(`--channels ${name}: ${CHANNELS.join(" or ")}`);
  return found;
}
