import { type ConversationId, conversationId } from "../core/ids.ts";
import type { PendingArrival } from "../ports/store.ts";
import { createOrder, type Place } from "./create-order.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";
import type { SqlDriver } from "./sql-driver.ts";

/** An accepted arrival that waits for its turn. */
export interface Waiting extends PendingArrival {
  /** Of its row. */
  readonly id: number;
  /** In the order of work. */
  readonly place: number;
}

/** What a turn needs of a conversation, as the open transaction has it. */
export interface Talk {
  readonly id: ConversationId;
  /** In the order of their beginning. */
  readonly number: number;
  readonly channel: string;
  /** As the newest arrival with one gave it. */
  address: string | null;
  /** JSON; null before the first turn. */
  state: string | null;
  nextSeq: number;
  /** The open case as JSON. */
  open: string | undefined;
  /** The first of its unhandled arrivals, in order. */
  waiting: readonly Waiting[];
}

/**
 * Conversations that were at work lately, so that a turn reads nothing from the file. Right because nobody else writes to it;
 * whoever changes a conversation past this, or takes a change back, lets it be forgotten. Bounded: what does not fit stays on
 * disk until there is room.
 */
export interface Talks {
  get(id: ConversationId): Talk | undefined;
  /** The same, if it is known whole without a look at the file. */
  peek(id: ConversationId): Talk | undefined;
  /** Adds an arrival that was just stored. */
  wait(talk: Talk, arrival: Waiting): void;
  /** The first in the order of work that `isFree`. */
  first(isFree: (id: ConversationId) => boolean): Talk | undefined;
  /** Whether arrivals may wait on disk that `first` does not know. */
  hasMore(): boolean;
  /** Reads more of them. */
  readMore(): void;
  /** Of one conversation, or of all. */
  forget(id?: ConversationId): void;
}

/** Conversations kept, and arrivals that wait in memory. */
export const MOST_TALKS = 2_048;
export const MOST_IN_MEMORY = 1_024;
const READ_AT_ONCE = 256;

const TALK = `SELECT c.number, c.channel, c.address, c.state, c.next_seq, k.body AS open FROM conversation c
  LEFT JOIN desk_case k ON k.conversation = c.id AND k.status <> 'closed' WHERE c.id = ?`;
const WAITING = `SELECT id, seq, at, activity, coalesce(place, id) AS place FROM arrival
  WHERE conversation = ? AND handled = 0 ORDER BY seq`;
const NEXT = "SELECT id, conversation FROM arrival WHERE handled = 0 ORDER BY coalesce(place, id) LIMIT ?";

export function createTalks(db: SqlDriver): Talks {
  const kept = new Map<ConversationId, Talk>();
  const order = createOrder();
  let more = true;

  const waitingOf = (id: ConversationId): readonly Waiting[] => db.all(WAITING, id).map(waitingFrom);
  const get = (id: ConversationId): Talk | undefined => {
    const known = kept.get(id);
    if (known !== undefined) return known;
    const row = db.get(TALK, id);
    if (row === undefined) return undefined;
    const talk = talkFrom(id, row, more ? waitingOf(id) : []);
    kept.set(id, talk);
    for (const arrival of talk.waiting) order.add(talk, arrival);
    makeRoom(kept);
    return talk;
  };
  return {
    get,
    peek: (id) => (more ? undefined : kept.get(id)),
    wait: (talk, arrival) => {
      // In memory stand the first of a conversation, never one without those before it.
      more ||= order.length() >= MOST_IN_MEMORY;
      if (more) return;
      talk.waiting = [...talk.waiting, arrival];
      order.add(talk, arrival);
    },
    first: (isFree) => {
      const isLive = ({ talk, arrival }: Place): boolean =>
        kept.get(talk)?.waiting.some(({ id }) => id === arrival) === true;
      const talk = order.first(isLive, isFree);
      return talk === undefined ? undefined : kept.get(talk);
    },
    hasMore: () => more,
    readMore: () => {
      const most = order.length() + READ_AT_ONCE;
      const rows = db.all(NEXT, most);
      more = rows.length === most;
      for (const row of rows) {
        const talk = get(conversationId(textOf(row, "conversation")));
        if (talk === undefined || talk.waiting.some(({ id }) => id === numberOf(row, "id"))) continue;
        talk.waiting = waitingOf(talk.id);
        for (const arrival of talk.waiting) order.add(talk, arrival);
      }
    },
    forget: (id) => {
      more = true;
      if (id === undefined) kept.clear();
      else kept.delete(id);
    },
  };
}

/** Those first that came first, and never one with arrivals that wait. */
function makeRoom(kept: Map<ConversationId, Talk>): void {
  for (const [id, talk] of kept) {
    if (kept.size <= MOST_TALKS) return;
    if (talk.waiting.length === 0) kept.delete(id);
  }
}

const talkFrom = (id: ConversationId, row: object, waiting: readonly Waiting[]): Talk => ({
  id,
  number: numberOf(row, "number"),
  channel: textOf(row, "channel"),
  address: isNull(row, "address") ? null : textOf(row, "address"),
  state: isNull(row, "state") ? null : textOf(row, "state"),
  nextSeq: numberOf(row, "next_seq"),
  open: isNull(row, "open") ? undefined : textOf(row, "open"),
  waiting,
});

const waitingFrom = (row: object): Waiting => ({
  id: numberOf(row, "id"),
  place: numberOf(row, "place"),
  seq: numberOf(row, "seq"),
  at: textOf(row, "at"),
  activity: jsonOf(row, "activity"),
});
