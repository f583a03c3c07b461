import type { SurveyChange } from "../core/survey.ts";
import { type Meter, noMeter } from "../ports/meter.ts";
import type { Lease, Store } from "../ports/store.ts";
import { timedTurn } from "./timed-turn.ts";
import type { TurnWith } from "./turn-with.ts";

const RETRY_MS = 500;
/** Conversations worked on at once; their commits share fsyncs. */
export const AT_ONCE = 32;

const never = (): boolean => false;

export interface WorkWith extends TurnWith {
  readonly meter?: Meter;
}

/** Leases conversations and handles their arrivals in order, one commit each, until none waits. */
export async function handleConversations(store: Store, use: WorkWith, stopped = never): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, () => leaseOneByOne(store, use, stopped)));
}

async function leaseOneByOne(store: Store, use: WorkWith, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const lease = await store.lease();
    if (lease === undefined) return;
    await handleLease(store, lease, use);
  }
}

function countSurvey(change: SurveyChange, meter: Meter): void {
  if (change.kind === "asked") meter.count("survey", { answer: "asked" });
  if (change.kind === "answered") meter.count("survey", { answer: change.answer });
}

/** Each arrival is decided on the state which the commit before it wrote. */
async function handleLease(store: Store, lease: Lease, use: WorkWith): Promise<void> {
  const { meter = noMeter } = use;
  const handle = timedTurn(use, store.queue, meter);
  let held = lease;
  try {
    for (const arrival of lease.pending) {
      const turn = await handle(held, arrival);
      const start = performance.now();
      const result = await store.commit(held, turn);
      meter.observe("turn", { step: "commit" }, (performance.now() - start) / 1_000);
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
