import { AppError } from "../../core/app-error.ts";
import type { Delivery } from "../../ports/delivery.ts";
import type { Accepted, Arrival } from "../../ports/intake.ts";
import type { Store, StoreNews } from "../../ports/store.ts";
import { acceptArrivals } from "./accept-arrivals.ts";
import { createBatchLane } from "./batch-lane.ts";
import type { PartyLine } from "./create-party-line.ts";
import { createReads } from "./create-reads.ts";
import { type Database, isFaultOfOne } from "./database.ts";
import { keepDeskFaultRow, readDeskFaultRow } from "./desk-fault-row.ts";
import { keepPlaceRow, readCaseAtRow, readPlaceRow } from "./desk-place-rows.ts";
import { eraseConversationRows, eraseWordRows } from "./erase-rows.ts";
import { fireDue } from "./fire-due.ts";
import type { HeldDeliveries } from "./hold-deliveries.ts";
import type { HeldLeases } from "./hold-leases.ts";
import { readPresenceRows, writePresenceRow } from "./presence-rows.ts";
import { readFigureRows } from "./read-figure-rows.ts";
import { readCase, readCases, readQueue } from "./read-rows.ts";
import { changeReviewRow, readReviewRows } from "./review-rows.ts";
import { countSurveyRows, readCallBackRow, readCallBackRows, readSurveyRows } from "./support-rows.ts";
import { readSwitchLogRows, readSwitchRows, turnSwitchRow } from "./switch-rows.ts";
import { tellDeskRows } from "./tell-desk-rows.ts";
import { countUndeliveredRows, readUndeliveredRows, unparkRows } from "./undelivered-rows.ts";

const LARGEST_ACCEPT = 64;

export interface PostgresStoreParts {
  readonly db: Database;
  readonly line: PartyLine;
  readonly leases: HeldLeases;
  readonly deliveries: HeldDeliveries;
}

/** The store over an open, migrated database that this process is known to. */
export function postgresStore({ db, line, leases, deliveries }: PostgresStoreParts): Store {
  const doing = new Set<Promise<unknown>>();
  let open = true;
  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    if (!open) throw new AppError("STORE_UNAVAILABLE", "The store is closed.");
    const answer = question();
    doing.add(answer);
    try {
      return await answer;
    } finally {
      doing.delete(answer);
    }
  };
  const accepting = createBatchLane<Arrival, Accepted>((arrivals) => acceptArrivals(db, arrivals), {
    largest: LARGEST_ACCEPT,
    harmless: isFaultOfOne,
    hurried: true,
  });
  const reading = createReads(db);
  return {
    accept: (arrival) =>
      ask(async () => {
        const accepted = await accepting.add(arrival);
        if (accepted.kind === "accepted") line.tell(["arrival"], newsOfArrival(arrival));
        return accepted;
      }),
    lease: () => ask(leases.take),
    commit: (lease, turn) =>
      ask(async () => {
        const result = await leases.commit(lease, turn);
        if (result === "committed" && turn.deliveries.length > 0) line.tell(["delivery"], []);
        return result;
      }),
    release: (lease, retryAfterMs) => ask(() => leases.release(lease, retryAfterMs)),
    fireTimers: (max) =>
      ask(async () => {
        const fired = await fireDue(db, max);
        if (fired > 0) line.tell(["arrival"], []);
        return fired;
      }),
    claimDeliveries: (wants) =>
      ask(async () => {
        const due = await deliveries.claim(wants);
        line.tell([], due.flatMap(newsOfDelivery));
        return due;
      }),
    collect: (conversation, max) => ask(() => deliveries.collect({ conversation, max })),
    settleDelivery: (attempt, result) =>
      ask(async () => {
        if (await deliveries.settle(attempt, result)) line.tell(["delivery"], []);
      }),
    unpark: (where) =>
      ask(async () => {
        const freed = await unparkRows(db, where);
        if (freed > 0) line.tell(["delivery"], []);
        return freed;
      }),
    undelivered: (conversation) => ask(() => readUndeliveredRows(db, conversation)),
    countUndelivered: () => ask(() => countUndeliveredRows(db)),
    entries: (conversation, afterSeq) => ask(() => reading.entries(conversation, afterSeq)),
    conversation: (id) => ask(() => reading.conversation(id)),
    erase: (conversation, clientId) =>
      ask(async () => {
        const erased = await eraseWordRows(db, conversation, clientId);
        if (erased) line.tell(["arrival", "delivery"], [{ kind: "entries", conversation }]);
        return erased;
      }),
    eraseConversation: (id) => ask(() => eraseConversationRows(db, id)),
    case: (id) => ask(() => readCase(db, id)),
    cases: (limit) => ask(() => readCases(db, limit)),
    queue: (since, recent) => ask(() => readQueue(db, since, recent)),
    callBacks: (limit) => ask(() => readCallBackRows(db, limit)),
    callBackOf: (id) => ask(() => readCallBackRow(db, id)),
    surveys: (limit) => ask(() => readSurveyRows(db, limit)),
    countSurveys: () => ask(() => countSurveyRows(db)),
    placeOf: (id) => ask(() => readPlaceRow(db, id)),
    caseAt: (place) => ask(() => readCaseAtRow(db, place)),
    keepPlace: (next) => ask(() => keepPlaceRow(db, next)),
    tellDesk: (cases) =>
      ask(async () => {
        await tellDeskRows(db, cases);
        line.tell(["delivery"], []);
      }),
    setPresence: (agent, away) => ask(() => writePresenceRow(db, agent, away)),
    presences: () => ask(() => readPresenceRows(db)),
    deskFault: () => ask(() => readDeskFaultRow(db)),
    keepDeskFault: (next) => ask(() => keepDeskFaultRow(db, next)),
    reviews: (status, limit) => ask(() => readReviewRows(db, status, limit)),
    review: (id, act) => ask(() => changeReviewRow(db, id, act)),
    switches: () => ask(() => readSwitchRows(db)),
    switchLog: (limit) => ask(() => readSwitchLogRows(db, limit)),
    turnSwitch: (change) => ask(() => turnSwitchRow(db, change)),
    figures: () => ask(() => readFigureRows(db)),
    onWork: line.work.add,
    onNews: line.news.add,
    close: async () => {
      if (!open) return;
      open = false;
      await Promise.allSettled(doing);
      await line.close();
      await db.close();
    },
  };
}

const newsOfArrival = ({ activity, conversation }: Arrival): readonly StoreNews[] =>
  activity.kind === "said" ? [{ kind: "entries", conversation }] : [];

/** The windows of this process are served by whoever sends; the others learn that there is something to look at. */
function newsOfDelivery({ cargo }: Delivery): readonly StoreNews[] {
  switch (cargo.target) {
    case "desk":
      return [{ kind: "desk", news: cargo.news }];
    case "channel":
      return [{ kind: "entries", conversation: cargo.entry.conversation }];
    case "support":
      return [];
  }
}
