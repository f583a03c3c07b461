/** What a conversation can be reminded of; at most one timer of each name runs in it. */
export const TIMERS = [
  /** The bot's own question is still unanswered: one gentle reminder, later it lapses. */
  "question-reminder",
  "question-expiry",
  /** Nobody of the desk has written yet; then: the customer wrote last; then: the case is open for long. */
  "first-reply",
  "next-reply",
  "resolve",
  /** The oldest reply that could still be taken back leaves. */
  "send-reply",
  /** The agent who has the case was warned and stays silent. */
  "agent-silent",
  /** The customer waits in the queue: told once that it lasts, and when the desk closes meanwhile. */
  "wait-reminder",
  "desk-closes",
  /** The time chosen for a call back has come. */
  "call-back",
  /** The customer does not answer the agent. */
  "customer-silent",
  "propose-close",
  /** Live support has not answered, or not said that it is done. */
  "live-support",
  /** An answer to the survey is no longer waited for. */
  "survey",
] as const;
export type TimerName = (typeof TIMERS)[number];

/** What a turn does to a timer of its conversation. `set` replaces a running one of the same name. */
export type TimerChange =
  | { readonly kind: "set"; readonly timer: TimerName; readonly afterMs: number }
  | { readonly kind: "cancel"; readonly timer: TimerName };

/** Of several changes of one timer the last one counts. */
export const lastChanges = (changes: readonly TimerChange[]): readonly TimerChange[] => [
  ...new Map(changes.map((change) => [change.timer, change])).values(),
];

/**
 * The timers that run, by the number that tells each from an older one of its name: the place of the arrival whose turn set it.
 */
export type RunningTimers = Readonly<Partial<Record<TimerName, number>>>;

/** The running timers after the turn of arrival `seq`. */
export function withTimers(running: RunningTimers, changes: readonly TimerChange[], seq: number): RunningTimers {
  const after = { ...running };
  for (const change of changes) {
    if (change.kind === "set") after[change.timer] = seq;
    else delete after[change.timer];
  }
  return after;
}
