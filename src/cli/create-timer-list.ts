import type { Instant } from "../core/day.ts";
import type { ConversationId } from "../core/ids.ts";
import { lastChanges, type TimerChange } from "../core/timer.ts";

/** When timers will be due, so that a clock that is set by hand stops at each of them. */
export interface TimerList {
  note(conversation: ConversationId, changes: readonly TimerChange[], at: Instant): void;
  /** The first moment up to `then` at which one is due. */
  next(then: Instant): Instant | undefined;
  /** What was due until now has been handled. */
  passed(now: Instant): void;
}

export function createTimerList(): TimerList {
  const due = new Map<string, Instant>();
  return {
    note: (conversation, changes, at) => {
      for (const change of lastChanges(changes)) {
        const key = `${conversation} ${change.timer}`;
        if (change.kind === "cancel") due.delete(key);
        else due.set(key, new Date(Date.parse(at) + change.afterMs).toISOString());
      }
    },
    next: (then) =>
      [...due.values()].reduce<Instant | undefined>(
        (first, moment) => (moment <= then && (first === undefined || moment < first) ? moment : first),
        undefined,
      ),
    passed: (now) => {
      for (const [key, moment] of due) if (moment <= now) due.delete(key);
    },
  };
}
