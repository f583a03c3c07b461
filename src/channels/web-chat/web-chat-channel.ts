import type { Channel } from "../../ports/channel.ts";
import type { Streams } from "./streams.ts";

export const WEB_CHAT = "web-chat";

/** The words are in the log already; sending wakes the open windows, and a closed one reads them when it returns. */
export const webChatChannel = (streams: Streams): Channel => ({
  id: WEB_CHAT,
  send: async (entry) => {
    streams.wake(entry.conversation);
    return { kind: "sent" };
  },
});
