import { seededRandom } from "../../src/understanding/seeded-random.ts";
import { type DamagedRequest, damageRequest } from "./damage-request.ts";
import { notARequest } from "./not-a-request.ts";
import type { SampleRequest } from "./sample-request.ts";
import { createAgent, sendDamaged, sendGarbage } from "./send-damaged.ts";

export interface FuzzFigures {
  readonly requests: number;
  /** By first digit; 0: closed without an answer, which only bytes that are not HTTP may meet. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly unanswered: number;
  /** Answers with 5xx, by end point and status. */
  readonly serverErrors: Readonly<Record<string, number>>;
  /** Of the requests whose answer does not wait for the turn. */
  readonly overOneSecond: number;
  readonly slowestMs: number;
  /** Of the others: those that the far end had given up by then. */
  readonly overPatience: number;
}

const AT_ONCE = 16;
const GARBAGE_SHARE = 0.01;
const SLOW_MS = 1_000;

/** Sends damaged requests, many at once, and counts what came back. Every group of samples has an equal share. */
export async function runFuzz(
  address: string,
  groups: readonly (readonly SampleRequest[])[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<FuzzFigures> {
  const random = seededRandom(seed);
  const agent = createAgent(AT_ONCE);
  const statuses: Record<string, number> = {};
  const serverErrors: Record<string, number> = {};
  const seen = { requests: 0, unanswered: 0, overOneSecond: 0, slowestMs: 0, overPatience: 0 };
  const note = (request: DamagedRequest, status: number): void => {
    if (status === 0) seen.unanswered += 1;
    if (status >= 500) add(serverErrors, `${request.name} ${status}`);
    if (status === 0 || status >= 500) complain(request, status);
  };
  const noteTime = (request: DamagedRequest, status: number, ms: number): void => {
    const { patienceMs } = request;
    if (patienceMs === undefined) seen.slowestMs = Math.max(seen.slowestMs, Math.round(ms));
    if (ms <= (patienceMs ?? SLOW_MS)) return;
    seen[patienceMs === undefined ? "overOneSecond" : "overPatience"] += 1;
    complain(request, status, ms);
  };
  const one = async (): Promise<void> => {
    const garbage = random() < GARBAGE_SHARE;
    const request = damageRequest(pick(random, pick(random, groups)), random);
    const { status, ms } = garbage
      ? await sendGarbage(address, notARequest(random))
      : await sendDamaged(address, agent, request);
    add(statuses, String(Math.floor(status / 100)));
    if (!garbage) note(request, status);
    noteTime(request, status, ms);
  };
  const sender = async (): Promise<void> => {
    while (seen.requests < count) {
      seen.requests += 1;
      await one();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  agent.destroy();
  return { ...seen, statuses, serverErrors };
}

const pick = <T>(random: () => number, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

function complain({ name, method, path, body }: DamagedRequest, status: number, ms = 0): void {
  const shown = JSON.stringify(body.subarray(0, 200).toString());
  process.stderr.write(`${name}: ${status} after ${Math.round(ms)} ms: ${method} ${path.slice(0, 120)} ${shown}\n`);
}
