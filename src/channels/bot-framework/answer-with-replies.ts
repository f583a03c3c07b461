import type { ConversationId } from "../../core/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Accepted } from "../../ports/intake.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply } from "../../ports/web.ts";
import { type ConversationReference, conversationOf } from "./conversation-reference.ts";
import { toActivities } from "./render.ts";
import type { ReplyDesk, WaitingRequest } from "./reply-desk.ts";

export interface WithReplies {
  readonly store: Pick<Store, "conversation" | "entries">;
  readonly replies: ReplyDesk;
  readonly clock: Clock;
  /** 10 s when absent. */
  readonly repliesWithinMs?: number;
}

/** Below the 15 s after which channels give a request up. */
const REPLIES_WITHIN_MS = 10_000;
/** For other processes, whose clocks may differ a little. */
const CLOCKS_DIFFER_MS = 2_000;
/** A turn may say nothing, and then no letter wakes the request: it looks by itself, less often from time to time. */
const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 1_000;

/**
 * Accepts an activity with `expectReplies` and answers with what the turn said (A3113). What is not said in time goes out
 * over the connector later. The same activity again gets the same replies again.
 */
export async function answerWithReplies(
  reference: ConversationReference,
  accept: (reference: ConversationReference) => Promise<Accepted>,
  use: WithReplies,
): Promise<WebReply> {
  const id = conversationOf(reference);
  const waiting = use.replies.wait(id);
  try {
    const patienceMs = use.repliesWithinMs ?? REPLIES_WITHIN_MS;
    const repliesUntil = Date.parse(use.clock.now()) + patienceMs + CLOCKS_DIFFER_MS;
    const { kind, seq } = await accept({ ...reference, repliesUntil });
    await untilSaid({ id, seq, again: kind === "duplicate", patienceMs }, waiting, use.store);
    const entries =
      kind === "duplicate" ? await repliesAfter(use.store, id, seq) : waiting.letters.map(({ entry }) => entry);
    return { status: 200, body: { activities: entries.flatMap((entry) => toActivities(entry, reference)) } };
  } finally {
    waiting.leave();
  }
}

interface Awaited {
  readonly id: ConversationId;
  readonly seq: number;
  /** The replies of an activity that was taken before may have been handed over long ago. */
  readonly again: boolean;
  readonly patienceMs: number;
}

/** Waits until the arrival has had its turn and every word of it has been handed over, or time is up. */
async function untilSaid(
  { id, seq, again, patienceMs }: Awaited,
  waiting: WaitingRequest,
  store: WithReplies["store"],
): Promise<void> {
  const until = performance.now() + patienceMs;
  const isComplete = async (): Promise<boolean> => {
    const handled = (await store.conversation(id))?.handledSeq ?? 0;
    if (handled < seq) return false;
    if (again) return true;
    const handedTo = waiting.handedTo();
    return !(await store.entries(id, Math.max(seq, handedTo))).some(isForCustomer);
  };
  let lookMs = FIRST_LOOK_MS;
  do {
    await waiting.next(lookMs);
    lookMs = Math.min(2 * lookMs, LAST_LOOK_MS);
  } while (performance.now() < until && !(await isComplete()));
}

const isForCustomer = ({ body }: LogEntry): boolean => body.kind === "bot" || body.kind === "agent";

/** What was said after a place until the customer wrote again. */
async function repliesAfter(
  store: WithReplies["store"],
  id: ConversationId,
  seq: number,
): Promise<readonly LogEntry[]> {
  const entries = await store.entries(id, seq);
  const next = entries.findIndex(({ body }) => body.kind === "customer");
  return entries.slice(0, next === -1 ? entries.length : next).filter(isForCustomer);
}
