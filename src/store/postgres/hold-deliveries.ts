import type { Delivery, SendResult } from "../../ports/delivery.ts";
import { createBatchLane } from "./batch-lane.ts";
import { claimDue, freeUnknownDeliveries, recoverLost } from "./claim-due.ts";
import { createDoubt } from "./create-doubt.ts";
import { type Database, isFaultOfOne } from "./database.ts";
import { type Settled, settleDeliveries } from "./settle-deliveries.ts";

const LARGEST = 100;

export interface DeliverWith {
  readonly worker: string;
  readonly sendingMs: number;
  readonly resend: (delivery: Delivery) => boolean;
}

/** The deliveries that this process has in flight. */
export interface HeldDeliveries {
  claim(max: number): Promise<readonly Delivery[]>;
  settle(id: number, result: SendResult): Promise<void>;
  /** A connection broke: the database may hold claims for this process that it does not know of. */
  doubt(): void;
}

/**
 * Remembers what is in flight and how it ended: a result that could not be noted, because the database was away, is noted before
 * anything else is claimed, so that what was sent is not sent again.
 */
export function holdDeliveries(db: Database, { worker, sendingMs, resend }: DeliverWith): HeldDeliveries {
  const inFlight = new Set<number>();
  const unsettled = new Map<number, SendResult>();
  const doubt = createDoubt();

  const settling = createBatchLane<Settled, void>(
    async (settled) => {
      await settleDeliveries(db, settled, worker);
      for (const { id } of settled) {
        inFlight.delete(id);
        unsettled.delete(id);
      }
      return () => undefined;
    },
    { largest: LARGEST, harmless: isFaultOfOne },
  );
  const settle = async (id: number, result: SendResult): Promise<void> => {
    try {
      await settling.add({ id, result });
    } catch (error) {
      unsettled.set(id, result);
      throw error;
    }
  };
  const tidy = async (): Promise<void> => {
    await Promise.all([...unsettled].map(([id, result]) => settle(id, result)));
    await doubt.resolve(() => freeUnknownDeliveries(db, worker, [...inFlight]));
  };
  const claiming = createBatchLane<number, readonly Delivery[]>(
    async ([max = 0]) => {
      await tidy();
      await recoverLost(db, resend, sendingMs);
      const due = await doubt.unless(() => claimDue(db, max, worker));
      for (const { id } of due) inFlight.add(id);
      return () => due;
    },
    { largest: 1, harmless: () => false },
  );
  return {
    claim: (max) => claiming.add(max),
    settle,
    doubt: doubt.raise,
  };
}
