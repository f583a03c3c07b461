/** Slack's pace for posts: one a second in a channel, a few at once tolerated. */
export interface Pace {
  /** Seconds to wait, or undefined when the post is let through. */
  waitToPost(channel: string): number | undefined;
}

const PER_SECOND = 1;
const BURST = 3;

export function createPace(nowMs: () => number): Pace {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    waitToPost: (channel) => {
      const before = buckets.get(channel) ?? { left: BURST, atMs: nowMs() };
      const left = Math.min(BURST, before.left + ((nowMs() - before.atMs) / 1_000) * PER_SECOND);
      buckets.set(channel, { left: left >= 1 ? left - 1 : left, atMs: nowMs() });
      return left >= 1 ? undefined : 1;
    },
  };
}
