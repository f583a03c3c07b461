import type { ConversationId } from "../../../src/core/ids.ts";
import type { Arrival, Intake } from "../../../src/ports/intake.ts";
import type { LogBody, LogEntry } from "../../../src/ports/log-entry.ts";
import type { Store, StoreNews } from "../../../src/ports/store.ts";
import { bodyOfActivity } from "../../../src/store/body-of-activity.ts";
import { createListeners } from "../../../src/store/create-listeners.ts";

/** A log in memory, as far as channels read it; arrivals are kept for the test to look at. */
export interface MemoryLog {
  readonly intake: Intake;
  readonly store: Pick<Store, "entries" | "conversation" | "onNews">;
  readonly arrivals: readonly Arrival[];
  /** Adds words of the bot or of staff, as a turn's commit would. */
  append(conversation: ConversationId, body: LogBody): LogEntry;
  /** As another process would. */
  tellNews(news: StoreNews): void;
  /** Every later use throws, as when the disk is gone. */
  breakDown(error: Error): void;
}

interface Held {
  readonly channel: string;
  readonly entries: LogEntry[];
  seq: number;
}

export const createMemoryLog = (now: () => string = () => "2026-01-10T01:00:00.000Z"): MemoryLog => {
  const conversations = new Map<ConversationId, Held>();
  const taken = new Map<string, number>();
  const arrivals: Arrival[] = [];
  const news = createListeners<StoreNews>();
  let broken: Error | undefined;

  const check = (): void => {
    if (broken !== undefined) throw broken;
  };
  const held = (id: ConversationId, channel: string): Held => {
    const known = conversations.get(id) ?? { channel, entries: [], seq: 0 };
    conversations.set(id, known);
    return known;
  };
  const append = (conversation: ConversationId, body: LogBody, channel = "web-chat"): LogEntry => {
    const log = held(conversation, channel);
    log.seq += 1;
    const entry: LogEntry = { conversation, seq: log.seq, at: now(), body };
    log.entries.push(entry);
    return entry;
  };

  return {
    arrivals,
    append,
    tellNews: news.tell,
    breakDown: (error) => {
      broken = error;
    },
    intake: async (arrival) => {
      check();
      const before = taken.get(arrival.dedupeKey);
      if (before !== undefined) return { kind: "duplicate", seq: before };
      arrivals.push(arrival);
      const body = bodyOfActivity(arrival.activity);
      const log = held(arrival.conversation, arrival.channel);
      const seq = body === undefined ? ++log.seq : append(arrival.conversation, body, arrival.channel).seq;
      taken.set(arrival.dedupeKey, seq);
      return { kind: "accepted", seq };
    },
    store: {
      onNews: news.add,
      entries: async (conversation, afterSeq) => {
        check();
        return conversations.get(conversation)?.entries.filter((entry) => entry.seq > afterSeq) ?? [];
      },
      conversation: async (id) => {
        check();
        const log = conversations.get(id);
        return log === undefined ? undefined : { id, channel: log.channel, lastSeq: log.seq, handledSeq: log.seq };
      },
    },
  };
};
