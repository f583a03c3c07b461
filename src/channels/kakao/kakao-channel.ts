import type { Channel } from "../../ports/channel.ts";
import type { Announcements } from "./announce-letter.ts";
import { MAX_OUTPUTS, MAX_QUICK_REPLIES, MAX_TEXT } from "./skill-response.ts";

export const KAKAO = "kakao";

/** Words wait in the store until the customer writes; nothing ever claims them to be sent from here. */
export const kakaoChannel = (announcements: Announcements | undefined): Channel => ({
  id: KAKAO,
  can: {
    push: "none",
    buttons: MAX_QUICK_REPLIES,
    cards: false,
    textLength: MAX_OUTPUTS * MAX_TEXT,
    edit: false,
    files: false,
  },
  reach: { inDoubt: { kind: "leave" }, budget: { perSecond: 1_000, burst: 1_000, atOnce: 16 } },
  ...(announcements === undefined ? {} : { waits: announcements.announce }),
  send: async () => ({ kind: "parked", why: "waits for the customer's next message" }),
});
