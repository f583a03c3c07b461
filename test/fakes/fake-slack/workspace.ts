import type { Markup } from "./find-markup.ts";
import type { Json } from "./json.ts";

export interface FakeChannel {
  readonly id: string;
  name: string;
  archived: boolean;
  /** Whether the app's bot is in it. */
  member: boolean;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly bot?: true;
}

/** A message as Slack keeps it, and what of its text would have come alive. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  text: string;
  blocks?: readonly Json[];
  metadata?: Json;
  edited?: { readonly user: string; readonly ts: string };
  deleted?: true;
  markup: readonly Markup[];
}

/** Seen by one user only, and never kept by Slack itself. */
export interface FakeEphemeral {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly thread_ts?: string;
  readonly markup: readonly Markup[];
}

/** A modal that is open before a user, or a user's App Home. */
export interface FakeView {
  readonly id: string;
  readonly user: string;
  readonly previous?: string;
  hash: string;
  content: Json;
  open: boolean;
  readonly markup: readonly Markup[];
}

/** One team with its channels, people and messages. */
export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string };
  readonly app: { readonly id: string; readonly botId: string; readonly botUser: string };
  readonly channels: Map<string, FakeChannel>;
  readonly users: Map<string, FakeUser>;
  readonly messages: FakeMessage[];
  readonly ephemerals: FakeEphemeral[];
  readonly views: Map<string, FakeView>;
  /** Home views by user. */
  readonly homes: Map<string, FakeView>;
  /** Unused triggers: user and when they end, in ms. */
  readonly triggers: Map<string, { readonly user: string; readonly endsMs: number }>;
  /** `seconds.micros`, later than every one before. */
  nextTs(): string;
  nextId(prefix: string): string;
  message(channel: string, ts: string): FakeMessage | undefined;
  /** A root and its replies, in the order in which they came. */
  thread(channel: string, root: string): readonly FakeMessage[];
}

const CHANNELS = ["triage", "leads", "random"];
const PEOPLE = ["minji", "jisoo", "hyun", "lead"];

/** Channels C0TRIAGE, C0LEADS, C0RANDOM (the bot is in all but the last); people U0MINJI, U0JISOO, U0HYUN, U0LEAD. */
export function createWorkspace(nowMs: () => number): Workspace {
  let lastMicros = 0;
  let made = 0;
  const byPlace = new Map<string, FakeMessage>();
  const byThread = new Map<string, FakeMessage[]>();
  const messages: FakeMessage[] = [];
  const push = messages.push.bind(messages);
  messages.push = (...added) => {
    for (const message of added) {
      byPlace.set(`${message.channel}:${message.ts}`, message);
      const root = `${message.channel}:${message.thread_ts ?? message.ts}`;
      byThread.set(root, [...(byThread.get(root) ?? []), message]);
    }
    return push(...added);
  };
  const bot: FakeUser = { id: "U0ANSIM", name: "ansim", email: "", bot: true };
  return {
    team: { id: "T0FAKE", domain: "fake" },
    app: { id: "A0FAKE", botId: "B0ANSIM", botUser: bot.id },
    channels: new Map(
      CHANNELS.map((name) => {
        const id = `C0${name.toUpperCase()}`;
        return [id, { id, name, archived: false, member: name !== "random" }];
      }),
    ),
    users: new Map([
      [bot.id, bot],
      ...PEOPLE.map((name): [string, FakeUser] => {
        const id = `U0${name.toUpperCase()}`;
        return [id, { id, name, email: `${name}@example.com` }];
      }),
    ]),
    messages,
    ephemerals: [],
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Math.floor(nowMs() * 1_000));
      return `${Math.floor(lastMicros / 1_000_000)}.${String(lastMicros % 1_000_000).padStart(6, "0")}`;
    },
    nextId: (prefix) => {
      made += 1;
      return `${prefix}${made.toString(36).toUpperCase().padStart(9, "0")}`;
    },
    message: (channel, ts) => byPlace.get(`${channel}:${ts}`),
    thread: (channel, root) => byThread.get(`${channel}:${root}`) ?? [],
  };
}

/** As `conversations.history` and events show it. */
export function shownMessage(message: FakeMessage, withMetadata: boolean): Json {
  const { channel: _channel, markup: _markup, deleted: _deleted, metadata, ...rest } = message;
  return { type: "message", team: "T0FAKE", ...rest, ...(withMetadata && metadata !== undefined ? { metadata } : {}) };
}

/** Slack makes up the block ids that are not given. */
export const withBlockIds = (blocks: readonly Json[], workspace: Workspace): readonly Json[] =>
  blocks.map((block) => ({ block_id: workspace.nextId("b"), ...block }));
