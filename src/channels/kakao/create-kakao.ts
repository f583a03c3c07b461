import type { Channel } from "../../ports/channel.ts";
import type { Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Store } from "../../ports/store.ts";
import type { Mounted } from "../../ports/web.ts";
import { createAnnouncements, type KakaoEvent } from "./announce-letter.ts";
import { kakaoChannel } from "./kakao-channel.ts";
import { createMailboxes } from "./mailbox.ts";
import type { KakaoSentences } from "./sentences.ts";
import { skillRoute } from "./skill-route.ts";

export interface KakaoOptions {
  readonly store: Pick<Store, "conversation" | "entries" | "collect" | "settleDelivery">;
  readonly intake: Intake;
  readonly log: Log;
  /** Calls the addresses for late answers, and the Event API. */
  readonly outgoing: Outgoing;
  readonly sentences: KakaoSentences;
  readonly secret: string;
  /** Name of the header that carries the secret. */
  readonly header: string;
  /** Ids of the bots that may call. */
  readonly bots: readonly string[];
  /** Where late answers may be sent. */
  readonly callbackHosts: readonly string[];
  /** Tells customers that an answer waits; off when absent. */
  readonly event?: KakaoEvent;
  /** How long the answer of a turn is waited for; 3 s when absent. */
  readonly turnMs?: number;
  /** When an answer leaves at the latest; 4.2 s when absent. */
  readonly answerMs?: number;
}

const TURN_MS = 3_000;
const ANSWER_MS = 4_200;

/** KakaoTalk, as the skill server of a bot made in the chatbot manager. */
export function createKakao(options: KakaoOptions): Mounted & { readonly channel: Channel } {
  const { store, log, outgoing, event } = options;
  const announcements = event === undefined ? undefined : createAnnouncements({ event, store, outgoing, log });
  const route = skillRoute({
    ...options,
    header: options.header.toLowerCase(),
    openMailbox: createMailboxes(store, log),
    turnMs: options.turnMs ?? TURN_MS,
    answerMs: options.answerMs ?? ANSWER_MS,
    ...(announcements === undefined ? {} : { announcements }),
  });
  return { channel: kakaoChannel(announcements), routes: [route], sockets: [], files: [] };
}
