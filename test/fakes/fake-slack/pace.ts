/** Slack's pace for posts: one a second in a channel, a few at once tolerated. */
export interface Pace {
  /** Seconds to wait, or undefined when the post is let through. */
  waitToPost(channel: string): number | undefined;
}

const SLACKS_LIMIT = 1;
const BURST = 3;

/** `perSecond`: Slack's own limit when absent. */
export function createPace(nowMs: () => number, perSecond = SLACKS_LIMIT): Pace {
  const burst = Math.max(BURST, perSecond);
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    waitToPost: (channel) => {
      const before = buckets.get(channel) ?? { left: burst, atMs: nowMs() };
      const left = Math.min(burst, before.left + ((nowMs() - before.atMs) / 1_000) * perSecond);
      buckets.set(channel, { left: left >= 1 ? left - 1 : left, atMs: nowMs() });
      return left >= 1 ? undefined : 1;
    },
  };
}
