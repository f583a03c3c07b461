export interface Listeners<What> {
  /** Returns the unsubscribe. */
  add(listener: (what: What) => void): () => void;
  tell(what: What): void;
}

export function createListeners<What>(): Listeners<What> {
  const listeners = new Set<(what: What) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    tell: (what) => {
      // Apart from the caller: a listener that throws must not make a stored arrival look refused.
      for (const listener of listeners) queueMicrotask(() => listener(what));
    },
  };
}
