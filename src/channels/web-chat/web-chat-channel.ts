import type { Channel } from "../../ports/channel.ts";
import type { Streams } from "./streams.ts";

export const WEB_CHAT = "web-chat";

/** The words are in the log already; sending wakes the open windows, and a closed one reads them when it returns. */
export const webChatChannel = (streams: Streams): Channel => ({
  id: WEB_CHAT,
  can: { push: "free", buttons: 10, cards: false, textLength: 100_000, edit: false, files: false },
  // A window drops what it has, by the place of the entry.
  reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 10_000, burst: 10_000, atOnce: 64 } },
  send: async ({ conversation }) => {
    streams.wake(conversation);
    return { kind: "sent" };
  },
});
