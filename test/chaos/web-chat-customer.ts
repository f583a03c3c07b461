import { setTimeout as pause } from "node:timers/promises";
import { call, isTaken, type Reply } from "./http-calls.ts";

/** Something that a customer's program was shown. */
export interface Shown {
  readonly id: string;
  readonly text: string;
  readonly byCustomer: boolean;
  readonly clientId?: string;
  readonly atMs: number;
}

/** One customer of the web chat, as a program that never gives up: the same message is sent until it is taken. */
export interface WebChatCustomer {
  readonly conversation: string;
  /** Resolves when the server said that it took the message; to undefined when none did for a minute. */
  say(text: string, clientId: string): Promise<Taken | undefined>;
  /** Everything said so far, read anew from the start; tried until a server answers. */
  read(): Promise<readonly Shown[]>;
}

export interface Taken {
  /** How long the call took that was answered well. */
  readonly ackMs: number;
  /** Calls before it that were not. */
  readonly retries: number;
}

/** Address of a server that may be up, another one each time. */
export type Door = () => string;

const TRY_AGAIN_MS = 150;
const MOST_DOUBLINGS = 3;
const GIVE_UP_MS = 60_000;

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

export async function openWebChatCustomer(door: Door): Promise<WebChatCustomer> {
  const session = await insist("POST", () => `${door()}/web-chat/session`, undefined, { locale: "ko-KR" });
  const { token, conversationId } = JSON.parse(session.body) as { token: string; conversationId: string };
  const base = () => `${door()}/v3/directline/conversations`;
  await insist("POST", base, token, {});
  const activities = () => `${base()}/${conversationId}/activities`;
  return {
    conversation: conversationId,
    say: async (text, clientId) => {
      const body = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: clientId } };
      const reply = await tryOn("POST", activities, token, body);
      return isTaken(reply) ? { ackMs: reply.ms, retries: reply.retries } : undefined;
    },
    read: async () => {
      const found: Activity[] = [];
      let watermark = "";
      for (;;) {
        const { body } = await insist("GET", () => `${activities()}?watermark=${watermark}`, token);
        const page = JSON.parse(body) as { activities: readonly Activity[]; watermark: string };
        found.push(...page.activities);
        if (page.activities.length === 0 || page.watermark === watermark) return found.flatMap(toShown);
        watermark = page.watermark;
      }
    },
  };
}

const toShown = ({ id, type, text = "", timestamp, from, channelData }: Activity): readonly Shown[] =>
  type !== "message"
    ? []
    : [
        {
          id,
          text,
          byCustomer: from.role === "user",
          atMs: Date.parse(timestamp),
          ...(channelData?.clientActivityID === undefined ? {} : { clientId: channelData.clientActivityID }),
        },
      ];

interface Tried extends Reply {
  readonly retries: number;
}

/** Throws when nothing is taken for a minute. */
async function insist(method: "GET" | "POST", url: () => string, token?: string, body?: object): Promise<Tried> {
  const reply = await tryOn(method, url, token, body);
  if (!isTaken(reply)) throw new Error(`no server took a ${method} for a minute`);
  return reply;
}

/** Resolves to the last reply after a minute. Throws when one says that the call itself is wrong. */
async function tryOn(method: "GET" | "POST", url: () => string, token?: string, body?: object): Promise<Tried> {
  const started = performance.now();
  for (let retries = 0; ; retries += 1) {
    const reply = await call({
      method,
      url: url(),
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body }),
    });
    if (isTaken(reply) || performance.now() - started > GIVE_UP_MS) return { ...reply, retries };
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) {
      throw new Error(`${method} was refused with ${reply.status}: ${reply.body}`);
    }
    await pause(TRY_AGAIN_MS * 2 ** Math.min(retries, MOST_DOUBLINGS));
  }
}
