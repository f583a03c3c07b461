import type { Attempt, Delivery, Settlement } from "../../ports/delivery.ts";
import type { Want } from "../../ports/store.ts";
import { createBatchLane } from "./batch-lane.ts";
import { type Claimed, claimDue, makeBudgets } from "./claim-due.ts";
import { type Collected, collectLetters } from "./collect-letters.ts";
import { createDoubt } from "./create-doubt.ts";
import { type Database, isFaultOfOne } from "./database.ts";
import { createOneAtATime } from "./one-at-a-time.ts";
import { freeUnknownDeliveries, recoverLost } from "./recover-lost.ts";
import { type Settled, settleDeliveries } from "./settle-deliveries.ts";

const LARGEST = 100;

export interface DeliverWith {
  readonly worker: string;
  readonly sendingMs: number;
  readonly lateMs: number;
}

/** The deliveries that this process has in flight. */
export interface HeldDeliveries {
  claim(wants: readonly Want[]): Promise<readonly Delivery[]>;
  collect(asked: Collected): Promise<readonly Delivery[]>;
  /** Resolves to whether there is news for the desk now. */
  settle(attempt: Attempt, result: Settlement): Promise<boolean>;
  /** A connection broke: the database may hold claims for this process that it does not know of. */
  doubt(): void;
}

/**
 * Remembers what is in flight and how it ended: a result that could not be noted, because the database was away, is noted before
 * anything else is claimed, so that what was sent is not sent again.
 */
export function holdDeliveries(db: Database, { worker, sendingMs, lateMs }: DeliverWith): HeldDeliveries {
  const inFlight = new Set<number>();
  const unsettled = new Map<number, Settled>();
  const budgets = new Set<string>();
  const doubt = createDoubt();
  // While it is found out what was claimed without being heard of, nothing else may be claimed.
  const inOrder = createOneAtATime();

  const settling = createBatchLane<Settled, boolean>(
    async (settled) => {
      const told = await settleDeliveries(db, settled, worker);
      for (const { attempt } of settled) {
        for (const id of idsOf(attempt)) inFlight.delete(id);
        unsettled.delete(attempt.id);
      }
      return () => told;
    },
    { largest: LARGEST, harmless: isFaultOfOne },
  );
  const settle = async (attempt: Attempt, result: Settlement): Promise<boolean> => {
    try {
      return await settling.add({ attempt, result });
    } catch (error) {
      unsettled.set(attempt.id, { attempt, result });
      throw error;
    }
  };
  const tidy = async (): Promise<void> => {
    await Promise.all([...unsettled.values()].map(({ attempt, result }) => settle(attempt, result)));
    await doubt.resolve(() => freeUnknownDeliveries(db, worker, [...inFlight]));
  };
  const keep = (due: readonly Delivery[]): readonly Delivery[] => {
    for (const delivery of due) for (const id of idsOf(delivery)) inFlight.add(id);
    return due;
  };
  const claim = async (wants: readonly Want[]): Promise<readonly Delivery[]> => {
    await tidy();
    const unheard = wants.filter(({ target }) => !budgets.has(target));
    if (unheard.length > 0) await makeBudgets(db, unheard);
    for (const { target } of unheard) budgets.add(target);
    const first = await claimMore(wants);
    if (!first.lost) return first.due;
    await recoverLost(db, sendingMs, lateMs);
    // What was lost is due again, if there was room for it.
    return [...first.due, ...(await claimMore(wantsLeft(wants, first.due))).due];
  };
  const claimMore = async (wants: readonly Want[]): Promise<Claimed> => {
    const claimed = await doubt.unless(() => claimDue(db, wants, { worker, sendingMs }));
    keep(claimed.due);
    return claimed;
  };
  // What is asked for while another answer is on its way is one statement.
  const collecting = createBatchLane<Collected, readonly Delivery[]>(
    (asked) =>
      inOrder(async () => {
        await tidy();
        const first = new Map(asked.toReversed().map((one) => [one.conversation, one]));
        const found = keep(await doubt.unless(() => collectLetters(db, [...first.values()], worker)));
        return (index) =>
          found.filter(({ conversation }) => first.get(conversation) === asked[index] && asked[index] !== undefined);
      }),
    { largest: LARGEST, harmless: isFaultOfOne },
  );
  return {
    claim: (wants) => inOrder(() => claim(wants)),
    collect: collecting.add,
    settle,
    doubt: doubt.raise,
  };
}

const targetOf = ({ cargo, channel }: Delivery): string => (cargo.target === "desk" ? "desk" : channel);

const wantsLeft = (wants: readonly Want[], due: readonly Delivery[]): readonly Want[] =>
  wants.map((want) => ({ ...want, max: want.max - due.filter((one) => targetOf(one) === want.target).length }));

const idsOf = ({ id, others = [] }: Attempt): readonly number[] => [id, ...others.map((other) => other.id)];
