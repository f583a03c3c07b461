import type { Instant } from "../../core/day.ts";
import type { Clock } from "../../ports/clock.ts";
import type { LineAddress } from "./address.ts";

/** LINE promises a minute from the webhook; a call takes some of it. */
export const REPLY_WINDOW_MS = 50_000;

/** Reply tokens are good once. */
export interface ReplyTokens {
  /** The address's token, if it is still good; from then on it counts as used. */
  take(address: LineAddress): string | undefined;
}

/** Remembers the used tokens of this process; one that another process used is refused by LINE. */
export function createReplyTokens(clock: Clock): ReplyTokens {
  const used = new Map<string, Instant>();
  return {
    take: ({ reply }) => {
      const now = Date.parse(clock.now());
      for (const [token, cameAt] of used) {
        if (now - Date.parse(cameAt) <= REPLY_WINDOW_MS) break;
        used.delete(token);
      }
      if (reply === undefined || used.has(reply.token)) return undefined;
      if (!(now - Date.parse(reply.cameAt) <= REPLY_WINDOW_MS)) return undefined;
      used.set(reply.token, reply.cameAt);
      return reply.token;
    },
  };
}
