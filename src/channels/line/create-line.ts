import type { Channel } from "../../ports/channel.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Mounted } from "../../ports/web.ts";
import { createSend } from "./create-send.ts";
import { lineCalls } from "./line-calls.ts";
import { LINE_LIMITS } from "./render.ts";
import { LINE, type WebhookParts, webhookRoute } from "./webhook-route.ts";

export interface LineOptions extends WebhookParts {
  readonly accessToken: string;
  /** Allowed to call LINE_HOST. */
  readonly outgoing: Outgoing;
}

/** LINE: `POST /channels/line`, and words by reply or push. */
export function createLine(options: LineOptions): Mounted & { readonly channel: Channel } {
  const { send, ask } = createSend(lineCalls(options.outgoing, options.accessToken), options.clock);
  return {
    channel: {
      id: LINE,
      can: {
        push: "paid",
        buttons: LINE_LIMITS.buttons,
        cards: false,
        textLength: LINE_LIMITS.text,
        edit: false,
        files: false,
      },
      // LINE takes 2,000 calls a second.
      reach: { inDoubt: { kind: "ask", ask }, budget: { perSecond: 500, burst: 1_000, atOnce: 32 } },
      send,
    },
    routes: [webhookRoute(options)],
    sockets: [],
    files: [],
  };
}
