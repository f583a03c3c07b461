import type { ConversationId } from "../../core/ids.ts";
import type { LogEntry } from "../../ports/log-entry.ts";
import type { StoredConversation } from "../../ports/store.ts";
import { createBatchLane } from "./batch-lane.ts";
import { type Database, isFaultOfOne } from "./database.ts";
import { type Asked, readConversations, readEntries } from "./read-rows.ts";

/** What many ask for at the same time. */
export interface Reads {
  entries(conversation: ConversationId, afterSeq: number): Promise<readonly LogEntry[]>;
  conversation(id: ConversationId): Promise<StoredConversation | undefined>;
}

const LARGEST = 32;

/** Questions that come together are one statement. */
export function createReads(db: Database): Reads {
  const use = { largest: LARGEST, harmless: isFaultOfOne, hurried: true } as const;
  const ofLog = createBatchLane<Asked, readonly LogEntry[]>((asked) => readEntries(db, asked), use);
  const ofConversation = createBatchLane<ConversationId, StoredConversation | undefined>(
    (ids) => readConversations(db, ids),
    use,
  );
  return {
    entries: (conversation, afterSeq) => ofLog.add({ conversation, afterSeq }),
    conversation: ofConversation.add,
  };
}
