import { AppError } from "../core/app-error.ts";
import type { Clock } from "../ports/clock.ts";
import type { Store, Work } from "../ports/store.ts";
import { acceptArrival } from "./accept-arrival.ts";
import { addMs } from "./add-ms.ts";
import { readPresences, writePresence } from "./agent-presences.ts";
import { readCallBack, readCallBacks } from "./call-backs.ts";
import { claimDeliveries, collectLetters } from "./claim-deliveries.ts";
import { commitTurn } from "./commit-turn.ts";
import type { Leases } from "./create-leases.ts";
import { createListeners } from "./create-listeners.ts";
import { createTalks } from "./create-talks.ts";
import { keepDeskFault, readDeskFault } from "./desk-fault.ts";
import { keepPlace, readCaseAt, readPlace } from "./desk-places.ts";
import { eraseConversation, eraseWords } from "./erase.ts";
import { leaseConversation, leaseFromDisk } from "./lease-conversation.ts";
import type { FolderLock } from "./lock-folder.ts";
import type { OpenTables } from "./open-tables.ts";
import { readFigures } from "./read-figures.ts";
import { readCase, readCases, readConversation, readEntries, readQueue } from "./read-stored.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";
import { changeReview, readReviews } from "./review-list.ts";
import { settleDeliveries } from "./settle-delivery.ts";
import { settleTogether } from "./settle-together.ts";
import type { SqlDriver } from "./sql-driver.ts";
import { countSurveys, readSurveys } from "./surveys.ts";
import { createSwitchVersion, readSwitches, readSwitchLog, turnSwitch } from "./switch-log.ts";
import { tellDeskOf } from "./tell-desk.ts";
import { fireTimers, isTimerDue } from "./timers.ts";
import { countUndelivered, readUndelivered, unparkDeliveries } from "./undelivered.ts";
import { createWriteQueue } from "./write-queue.ts";

export interface SqliteStoreParts {
  readonly db: SqlDriver;
  readonly clock: Clock;
  readonly leases: Leases;
  readonly sendingMs: number;
  readonly lateMs: number;
  readonly lock: FolderLock | undefined;
}

/** The store over an open, migrated database. All writing goes through one queue on one connection. */
export function sqliteStore({ db, clock, leases, sendingMs, lateMs, lock }: SqliteStoreParts): Store {
  const tables: OpenTables = { db, leases, talks: createTalks(db), switchVersion: createSwitchVersion(db) };
  const queue = createWriteQueue(db, (what) => {
    tables.talks.forget();
    tables.switchVersion.forget();
    // Some may work on words that never came to disk, whose place others will have.
    if (what === "group") leases.end();
  });
  const work = createListeners<Work>();
  let open = true;
  const write = async <T>(change: () => T): Promise<T> => {
    if (!open) throw closed();
    return queue.add(change);
  };
  const read = async <T>(query: () => T): Promise<T> => {
    if (!open) throw closed();
    try {
      return await queue.read(query);
    } catch (error) {
      throw new AppError("STORE_UNAVAILABLE", "The store could not read.", error);
    }
  };
  const settle = settleTogether(write, (reports) => settleDeliveries(db, reports, clock.now()));
  return {
    accept: (arrival) =>
      write(() => {
        const accepted = acceptArrival(tables, arrival, clock.now());
        // Before it is on disk: the turn may be thought of meanwhile, but is not committed without it.
        if (accepted.kind === "accepted") work.tell("arrival");
        return accepted;
      }),
    lease: async () => {
      if (!open) throw closed();
      const lease = leaseConversation(tables, clock.now());
      return lease ?? (tables.talks.hasMore() ? read(() => leaseFromDisk(tables, clock.now())) : undefined);
    },
    commit: (lease, turn) =>
      write(() => {
        const result = commitTurn(tables, lease, turn, clock.now());
        // What is told of now is claimed in the same transaction.
        if (result === "committed" && turn.deliveries.length > 0) work.tell("delivery");
        return result;
      }),
    release: async (lease, retryAfterMs) =>
      leases.giveBack(lease, retryAfterMs === undefined ? undefined : addMs(clock.now(), retryAfterMs)),
    fireTimers: async (max) => {
      if (!(await read(() => isTimerDue(db, clock.now())))) return 0;
      const fired = await write(() => fireTimers(tables, clock.now(), max));
      if (fired > 0) work.tell("arrival");
      return fired;
    },
    claimDeliveries: (wants) =>
      write(() => {
        const now = clock.now();
        recoverDeliveries(db, { now, claimedBy: addMs(now, -sendingMs), lateMs });
        return claimDeliveries(db, now, wants);
      }),
    collect: (conversation, max) => write(() => collectLetters(db, clock.now(), conversation, max)),
    settleDelivery: async (attempt, result) => {
      if (await settle(attempt, result)) work.tell("delivery");
    },
    unpark: async (where) => {
      const [column, value] =
        "target" in where ? (["via", where.target] as const) : (["conversation", where.conversation] as const);
      const freed = await write(() => unparkDeliveries(db, column, value));
      if (freed > 0) work.tell("delivery");
      return freed;
    },
    undelivered: (conversation) => read(() => readUndelivered(db, conversation)),
    countUndelivered: () => read(() => countUndelivered(db, clock.now())),
    entries: (conversation, afterSeq) => read(() => readEntries(db, conversation, afterSeq)),
    conversation: (id) => read(() => readConversation(tables, id)),
    erase: async (conversation, clientId) => {
      const erased = await write(() => eraseWords(tables, conversation, clientId, clock.now()));
      if (erased) for (const kind of ["arrival", "delivery"] as const) work.tell(kind);
      return erased;
    },
    eraseConversation: (id) => write(() => eraseConversation(tables, id)),
    case: (id) => read(() => readCase(db, id)),
    cases: (limit) => read(() => readCases(db, limit)),
    queue: (since, recent) => read(() => readQueue(db, since, recent)),
    callBacks: (limit) => read(() => readCallBacks(db, limit)),
    callBackOf: (id) => read(() => readCallBack(db, id)),
    surveys: (limit) => read(() => readSurveys(db, limit)),
    countSurveys: () => read(() => countSurveys(db)),
    placeOf: (id) => read(() => readPlace(db, id)),
    caseAt: (place) => read(() => readCaseAt(db, place)),
    keepPlace: (next) => write(() => keepPlace(db, next)),
    tellDesk: async (cases) => {
      await write(() => tellDeskOf(db, cases, clock.now()));
      work.tell("delivery");
    },
    setPresence: (agent, away) => write(() => writePresence(db, agent, away, clock.now())),
    presences: () => read(() => readPresences(db)),
    deskFault: () => read(() => readDeskFault(db)),
    keepDeskFault: (next) => write(() => keepDeskFault(db, next)),
    reviews: (status, limit) => read(() => readReviews(db, status, limit)),
    review: (id, act) => write(() => changeReview(db, id, act)),
    switches: () => read(() => readSwitches(db)),
    switchLog: (limit) => read(() => readSwitchLog(db, limit)),
    turnSwitch: (change) =>
      write(() => {
        tables.switchVersion.forget();
        return turnSwitch(db, change, clock.now());
      }),
    figures: () => read(() => readFigures(db, clock.now())),
    onWork: work.add,
    // One process at a time: nothing happens behind its back.
    onNews: () => () => undefined,
    close: async () => {
      if (!open) return;
      open = false;
      try {
        await queue.drain();
        db.get("PRAGMA wal_checkpoint(TRUNCATE)");
      } finally {
        db.close();
        lock?.release();
      }
    },
  };
}

const closed = (): AppError => new AppError("STORE_UNAVAILABLE", "The store is closed.");
