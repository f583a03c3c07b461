import type { ConversationId } from "../../core/ids.ts";

/** The open windows of each conversation; any number of tabs may look at one. */
export interface Streams {
  /** Returns the removal. */
  add(conversation: ConversationId, wake: () => void): () => void;
  /** Something was added to the conversation: each window reads on from its own place. */
  wake(conversation: ConversationId): void;
  wakeAll(): void;
}

export const createStreams = (): Streams => {
  const open = new Map<ConversationId, Set<() => void>>();
  return {
    add: (conversation, wake) => {
      const windows = open.get(conversation) ?? new Set();
      open.set(conversation, windows.add(wake));
      return () => {
        windows.delete(wake);
        if (windows.size === 0 && open.get(conversation) === windows) open.delete(conversation);
      };
    },
    wake: (conversation) => {
      for (const wake of open.get(conversation) ?? []) wake();
    },
    wakeAll: () => {
      for (const windows of open.values()) for (const wake of windows) wake();
    },
  };
};
