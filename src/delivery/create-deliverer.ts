import { waitsForCustomer } from "../ports/channel.ts";
import type { Delivery, Settlement } from "../ports/delivery.ts";
import type { Log } from "../ports/log.ts";
import type { Budget } from "../ports/reach.ts";
import { backOffMs } from "../ports/result-of-call.ts";
import type { Store, Want } from "../ports/store.ts";
import { addressParcel, targetOf, type Ways } from "./address-parcel.ts";
import { attemptDelivery, TRIED_TOO_LONG } from "./attempt-delivery.ts";

/** Deliveries of one target in one claim. */
const BATCH = 32;
/** What was claimed longer ago may be somebody else's by now: the process stood still, or the answer was long on its way. */
const STALE_MS = 2_000;
/** A budget of so many a second is full again before anybody has time to ask. */
const AMPLE_PER_SECOND = 100;

export interface DeliverWith extends Ways {
  readonly store: Store;
  /** Calls `takeUp` again: now, or after so many milliseconds. */
  readonly wake: (afterMs?: number) => void;
  readonly log: Log;
  /** Milliseconds since some moment, going on while the process stands still; the machine's own when absent. */
  readonly elapsedMs?: () => number;
}

/** Sends stored departures: claim → send → settle. A target that hangs does not hold up the others. */
export interface Deliverer {
  /** Takes up what is due and can be sent now; resolves before it is sent. */
  takeUp(stopped: () => boolean): Promise<void>;
  /** Resolves when nothing is in flight. */
  finish(): Promise<void>;
}

export function createDeliverer(use: DeliverWith): Deliverer {
  const { store, wake, log, elapsedMs = () => performance.now() } = use;
  const inFlight = new Map<Promise<void>, string>();
  /** Targets for which this process parked words, because they could not be reached for too long. */
  const unreached = new Set<string>();

  /** What was noted together has ended together: the next claim takes up all of its places. */
  let waking = false;
  const wakeSoon = (): void => {
    if (waking) return;
    waking = true;
    setImmediate(() => {
      waking = false;
      wake();
    });
  };
  const settle = async (delivery: Delivery, result: Settlement): Promise<void> => {
    const target = targetOf(delivery);
    if (result.kind !== "sent") log.warn("delivery", { id: delivery.id, target, result: result.kind });
    await store.settleDelivery(delivery, result);
    if (result.kind === "parked" && result.why === TRIED_TOO_LONG) unreached.add(target);
    if (result.kind === "sent" && unreached.delete(target)) await store.unpark({ target });
  };
  const deliver = async (delivery: Delivery, claimedMs: number): Promise<void> => {
    const isStale = elapsedMs() - claimedMs > STALE_MS;
    try {
      await settle(delivery, isStale ? { kind: "later", afterMs: 0 } : await attempt(delivery, use));
    } catch (error) {
      log.error("delivery not settled", { id: delivery.id, error: error instanceof Error ? error.name : "unknown" });
    }
  };
  const start = (delivery: Delivery, claimedMs: number): void => {
    const sending = deliver(delivery, claimedMs).finally(() => {
      inFlight.delete(sending);
      wakeSoon();
    });
    inFlight.set(sending, targetOf(delivery));
  };
  const wantsNow = (): readonly Want[] =>
    targetsOf(use).flatMap(({ target, budget }) => {
      const busy = [...inFlight.values()].filter((other) => other === target).length;
      const max = Math.min(BATCH, budget.atOnce - busy);
      return max > 0 ? [{ target, max, budget }] : [];
    });
  return {
    takeUp: async (stopped) => {
      while (!stopped()) {
        const wants = wantsNow();
        const askedMs = elapsedMs();
        const due = wants.length === 0 ? [] : await store.claimDeliveries(wants);
        for (const delivery of due) start(delivery, askedMs);
        const filled = wants.filter((want) => due.filter((one) => targetOf(one) === want.target).length === want.max);
        if (filled.length === 0) return wakeForTokens(wants, due, wake);
      }
    },
    finish: async () => {
      await Promise.all(inFlight.keys());
    },
  };
}

interface Target {
  readonly target: string;
  readonly budget: Budget;
}

/** Words for a channel that nobody can push to wait until the channel collects them. */
const targetsOf = ({ channels, desk, supports }: Ways): readonly Target[] => [
  ...[...channels.values()]
    .filter((channel) => !waitsForCustomer(channel))
    .map(({ id, reach }) => ({ target: id, budget: reach.budget })),
  { target: "desk", budget: desk.reach.budget },
  ...[...(supports?.values() ?? [])].map(({ id, reach }) => ({ target: id, budget: reach.budget })),
];

/** A small budget may have ended the claim: look again when it has the next token. */
function wakeForTokens(wants: readonly Want[], due: readonly Delivery[], wake: DeliverWith["wake"]): void {
  const used = new Set(due.map(targetOf));
  for (const { target, budget } of wants) {
    if (used.has(target) && budget.perSecond < AMPLE_PER_SECOND) wake(1_000 / budget.perSecond);
  }
}

async function attempt(delivery: Delivery, use: DeliverWith): Promise<Settlement> {
  const to = addressParcel(delivery, use);
  if (to === undefined) return { kind: "refused", why: `no channel ${delivery.channel}` };
  try {
    return await attemptDelivery(delivery, to);
  } catch (error) {
    use.log.error("send failed", {
      target: targetOf(delivery),
      error: error instanceof Error ? error.name : "unknown",
    });
    // It should not throw; whether something was sent before it did, nobody knows.
    return to.inDoubt === "leave" ? { kind: "unknown" } : { kind: "in-doubt", afterMs: backOffMs(delivery.attempts) };
  }
}
