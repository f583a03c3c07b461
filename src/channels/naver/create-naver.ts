import type { Channel } from "../../ports/channel.ts";
import type { Clock } from "../../ports/clock.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Mounted } from "../../ports/web.ts";
import { createSend } from "./create-send.ts";
import { createOpenCalls } from "./open-calls.ts";
import { NAVER_LIMITS } from "./render.ts";
import { createRepetitions } from "./repetitions.ts";
import { readSources } from "./verify.ts";
import { NAVER, type WebhookParts, webhookRoute } from "./webhook-route.ts";

export interface NaverOptions extends Omit<WebhookParts, "sources" | "calls" | "repetitions"> {
  /** The key of the sending API. */
  readonly authorization: string;
  /** As NAVER_TALK_SOURCES. */
  readonly sources: string;
  /** Allowed to call NAVER_HOST. */
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Naver TalkTalk: `POST /channels/naver/<secret>`, and words in its answer or by the sending API. */
export function createNaver(options: NaverOptions): Mounted & { readonly channel: Channel } {
  const calls = createOpenCalls();
  const repetitions = createRepetitions(options.clock, options.newId);
  const sources = readSources(options.sources);
  return {
    channel: {
      id: NAVER,
      can: {
        push: "free",
        buttons: NAVER_LIMITS.buttons,
        cards: true,
        textLength: NAVER_LIMITS.text,
        edit: false,
        files: false,
      },
      // Naver cannot be asked, and says nothing about how fast is too fast.
      reach: { inDoubt: { kind: "leave" }, budget: { perSecond: 100, burst: 200, atOnce: 16 } },
      send: createSend({ ...options, calls, repetitions }),
    },
    routes: [webhookRoute({ ...options, sources, calls, repetitions })],
    sockets: [],
    files: [],
  };
}
