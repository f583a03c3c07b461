import { AppError } from "../core/app-error.ts";
import type { Instant } from "../core/day.ts";
import { isKnownActivity } from "../core/known-activity.ts";
import type { SurveyChange } from "../core/survey.ts";
import { type Meter, noMeter } from "../ports/meter.ts";
import type { Lease, PendingArrival, Store, TurnCommit } from "../ports/store.ts";
import { readQueueOf } from "./read-queue.ts";
import { timedTurn } from "./timed-turn.ts";
import type { TurnWith } from "./turn-with.ts";

const RETRY_MS = 500;
/** Of one turn on switches that change meanwhile. */
const TRIES = 10;
/** Conversations worked on at once; their commits share fsyncs. */
export const AT_ONCE = 32;

const never = (): boolean => false;

export interface WorkWith extends TurnWith {
  readonly meter?: Meter;
}

/**
 * Leases conversations and handles their arrivals in order, one commit each, until none waits. Whoever finds something calls the
 * next to look, and so does whatever arrives meanwhile: else those that came first would be handled one after the other.
 */
export async function handleConversations(store: Store, use: WorkWith, stopped = never): Promise<void> {
  const atWork = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const callNext = (): void => {
    if (atWork.size >= AT_ONCE || faults.length > 0 || stopped()) return;
    const working = leaseOneByOne(store, use, stopped, callNext)
      // Kept until all have ended: one that nobody waits for would end the process.
      .catch((error: unknown) => void faults.push(error))
      .finally(() => atWork.delete(working));
    atWork.add(working);
  };
  const unsubscribe = store.onWork((kind) => {
    if (kind === "arrival") callNext();
  });
  try {
    callNext();
    while (atWork.size > 0) await Promise.all(atWork);
  } finally {
    unsubscribe();
  }
  if (faults.length > 0) throw faults[0];
}

async function leaseOneByOne(store: Store, use: WorkWith, stopped: () => boolean, found: () => void): Promise<void> {
  while (!stopped()) {
    const lease = await store.lease();
    if (lease === undefined) return;
    found();
    await handleLease(store, lease, use);
  }
}

function countSurvey(change: SurveyChange, meter: Meter): void {
  if (change.kind === "asked") meter.count("survey", { answer: "asked" });
  if (change.kind === "answered") meter.count("survey", { answer: change.answer });
}

interface CommitWith extends WorkWith {
  readonly meter: Meter;
  readonly handle: (lease: Lease, arrival: PendingArrival) => Promise<TurnCommit>;
}

/** A turn that was decided on switches of before is decided again on those of now. */
async function decideAndCommit(store: Store, held: Lease, arrival: PendingArrival, use: CommitWith) {
  for (let tried = 1; ; tried += 1) {
    const turn = await use.handle(held, arrival);
    const start = performance.now();
    const result = await store.commit(held, turn);
    use.meter.observe("turn", { step: "commit" }, (performance.now() - start) / 1_000);
    if (result !== "outdated") return { turn, result };
    if (tried === TRIES) throw new AppError("STORE_UNAVAILABLE", "The switches change faster than turns are written.");
    use.log.info("turn outdated", { seq: arrival.seq });
    await use.switches.refresh();
  }
}

/** So long a process of before leaves a conversation alone; then it looks whether a newer one has been at it. */
const LOOK_AGAIN_MS = 2_000;
/** After this nobody who knows it seems to come, and a person must look: a conversation may not stand still for ever. */
const NEWER_PATIENCE_MS = 15 * 60_000;

/** While versions change, a newer process beside this one may have stored what only it can handle. */
const isForNewer = ({ activity, at }: PendingArrival, now: Instant): boolean =>
  !isKnownActivity(activity) && Date.parse(now) - Date.parse(at) < NEWER_PATIENCE_MS;

/** Each arrival is decided on the state which the commit before it wrote. */
async function handleLease(store: Store, lease: Lease, use: WorkWith): Promise<void> {
  const { meter = noMeter } = use;
  const handle = timedTurn(use, readQueueOf(store), meter);
  let held = lease;
  try {
    for (const arrival of lease.pending) {
      if (isForNewer(arrival, use.clock.now())) {
        use.log.warn("left for a newer version", { seq: arrival.seq });
        await store.release(held, LOOK_AGAIN_MS);
        return;
      }
      const { turn, result } = await decideAndCommit(store, held, arrival, { ...use, meter, handle });
      if (result === "fenced") {
        meter.count("fenced", {});
        use.log.warn("fenced", { seq: arrival.seq });
        return;
      }
      meter.count("turn", { outcome: turn.record.outcome });
      for (const change of turn.surveys ?? []) countSurvey(change, meter);
      use.log.info("turn", { seq: arrival.seq, outcome: turn.record.outcome });
      const { case: _, ...rest } = held;
      const open = turn.case !== undefined && turn.case.status !== "closed" ? { case: turn.case } : {};
      held = { ...rest, state: turn.state, ...open };
    }
    await store.release(held);
  } catch (error) {
    use.log.error("commit failed", { error: error instanceof Error ? error.name : "unknown" });
    await store.release(held, RETRY_MS).catch(() => undefined);
  }
}
