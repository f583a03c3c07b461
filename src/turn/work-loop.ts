import type { Log } from "../ports/log.ts";
import type { Store, Work } from "../ports/store.ts";

/** Looks again even if no wake-up came: polling is the truth. */
const POLL_MS = 1000;

/** A part of the process that works whenever the store has something for it. */
export interface WorkLoop {
  start(): void;
  /** Looks for work now, or after so many milliseconds at the latest. */
  wake(afterMs?: number): void;
  /** Finishes what is at hand. */
  stop(): Promise<void>;
}

/** Runs `work` on every wake-up of the store, never twice at a time. `work` ends early when `stopped` says so. */
export function createWorkLoop(
  store: Store,
  kind: Work,
  work: (stopped: () => boolean) => Promise<void>,
  log: Log,
): WorkLoop {
  let stopped = true;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let alarm: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;
  let unsubscribe: (() => void) | undefined;

  const wake = (): void => {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    running = work(() => stopped)
      .catch((error: unknown) => {
        log.error("work stopped", { kind, error: error instanceof Error ? error.name : "unknown" });
      })
      .finally(() => {
        running = undefined;
        if (!again) return;
        again = false;
        wake();
      });
  };
  const wakeAfter = (ms: number): void => {
    const at = performance.now() + ms;
    if (stopped || ms >= POLL_MS || (alarm !== undefined && alarm.at <= at)) return;
    clearTimeout(alarm?.timer);
    const ring = (): void => {
      alarm = undefined;
      wake();
    };
    alarm = { at, timer: setTimeout(ring, Math.ceil(ms)) };
  };
  return {
    wake: (afterMs = 0) => (afterMs > 0 ? wakeAfter(afterMs) : wake()),
    start: () => {
      stopped = false;
      unsubscribe = store.onWork((what) => {
        if (what === kind) wake();
      });
      timer = setInterval(wake, POLL_MS);
      wake();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(alarm?.timer);
      alarm = undefined;
      unsubscribe?.();
      await running;
    },
  };
}
