import { setTimeout as pause } from "node:timers/promises";
import { call, isTaken, type Reply } from "./http-calls.ts";

const TRY_AGAIN_MS = 150;
const MOST_DOUBLINGS = 3;
/** A killed process may need half a minute to serve again on a busy machine, and is then soon killed again. */
const GIVE_UP_MS = 180_000;

/** One call: how it was answered, 0 for not at all, and how long that took. */
export type Answered = Pick<Reply, "status" | "ms">;

export interface Tried extends Reply {
  /** All calls, the last one included. */
  readonly calls: readonly Answered[];
  /** From the first call to the last answer. */
  readonly wholeMs: number;
}

/** Throws when nothing is taken for three minutes. */
export async function insist(method: "GET" | "POST", url: () => string, token?: string, body?: object): Promise<Tried> {
  const reply = await tryOn(method, url, token, body);
  if (!isTaken(reply)) throw new Error(`no server took a ${method} for three minutes`);
  return reply;
}

/** Resolves to the last reply after three minutes. Throws when one says that the call itself is wrong. */
export async function tryOn(method: "GET" | "POST", url: () => string, token?: string, body?: object): Promise<Tried> {
  const started = performance.now();
  const calls: Answered[] = [];
  for (let retries = 0; ; retries += 1) {
    const reply = await call({
      method,
      url: url(),
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body }),
    });
    calls.push({ status: reply.status, ms: reply.ms });
    const wholeMs = performance.now() - started;
    if (isTaken(reply) || wholeMs > GIVE_UP_MS) return { ...reply, calls, wholeMs };
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) {
      throw new Error(`${method} was refused with ${reply.status}: ${reply.body}`);
    }
    await pause(TRY_AGAIN_MS * 2 ** Math.min(retries, MOST_DOUBLINGS));
  }
}
