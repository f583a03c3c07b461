import { AppError } from "../core/app-error.ts";
import type { Clock } from "../ports/clock.ts";
import type { Delivery } from "../ports/delivery.ts";
import type { Store, Work } from "../ports/store.ts";
import { acceptArrival } from "./accept-arrival.ts";
import { addMs } from "./add-ms.ts";
import { claimDeliveries, recoverDeliveries } from "./claim-deliveries.ts";
import { commitTurn } from "./commit-turn.ts";
import { createListeners } from "./create-listeners.ts";
import { keepPlace, readCaseAt, readPlace } from "./desk-places.ts";
import { leaseConversation, releaseConversation } from "./lease-conversation.ts";
import type { FolderLock } from "./lock-folder.ts";
import { readCase, readCases, readConversation, readEntries } from "./read-stored.ts";
import { changeReview, readReviews } from "./review-list.ts";
import { settleDelivery } from "./settle-delivery.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { createWriteQueue } from "./write-queue.ts";

export interface SqliteStoreParts {
  readonly db: SqlDriver;
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly sendingMs: number;
  readonly resend: (delivery: Delivery) => boolean;
  readonly lock: FolderLock | undefined;
}

/** The store over an open, migrated database. All writing goes through one queue on one connection. */
export function sqliteStore({ db, clock, leaseMs, sendingMs, resend, lock }: SqliteStoreParts): Store {
  const queue = createWriteQueue(db);
  const work = createListeners<Work>();
  let open = true;
  const write = async <T>(change: () => T): Promise<T> => {
    if (!open) throw closed();
    return queue.add(change);
  };
  const read = async <T>(query: () => T): Promise<T> => {
    if (!open) throw closed();
    try {
      return query();
    } catch (error) {
      throw new AppError("STORE_UNAVAILABLE", "The store could not read.", error);
    }
  };
  return {
    accept: async (arrival) => {
      const accepted = await write(() => acceptArrival(db, arrival, clock.now()));
      if (accepted.kind === "accepted") work.tell("arrival");
      return accepted;
    },
    lease: () => write(() => leaseConversation(db, clock.now(), leaseMs)),
    commit: async (lease, turn) => {
      const result = await write(() => commitTurn(db, lease, turn, { now: clock.now(), leaseMs }));
      if (result === "committed" && turn.deliveries.length > 0) work.tell("delivery");
      return result;
    },
    release: (lease, retryAfterMs) =>
      write(() =>
        releaseConversation(db, lease, retryAfterMs === undefined ? undefined : addMs(clock.now(), retryAfterMs)),
      ),
    claimDeliveries: (max) =>
      write(() => {
        const now = clock.now();
        recoverDeliveries(db, resend, addMs(now, -sendingMs));
        return claimDeliveries(db, now, max);
      }),
    settleDelivery: (id, result) => write(() => settleDelivery(db, id, result, clock.now())),
    entries: (conversation, afterSeq) => read(() => readEntries(db, conversation, afterSeq)),
    conversation: (id) => read(() => readConversation(db, id)),
    case: (id) => read(() => readCase(db, id)),
    cases: (limit) => read(() => readCases(db, limit)),
    placeOf: (id) => read(() => readPlace(db, id)),
    caseAt: (place) => read(() => readCaseAt(db, place)),
    keepPlace: (next) => write(() => keepPlace(db, next)),
    reviews: (status, limit) => read(() => readReviews(db, status, limit)),
    review: (id, act) => write(() => changeReview(db, id, act)),
    onWork: work.add,
    // One process at a time: nothing happens behind its back.
    onNews: () => () => undefined,
    close: async () => {
      if (!open) return;
      open = false;
      try {
        queue.drain();
        db.get("PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        db.close();
        lock?.release();
      }
    },
  };
}

const closed = (): AppError => new AppError("STORE_UNAVAILABLE", "The store is closed.");
