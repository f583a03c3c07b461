import type { ConversationId } from "../../core/ids.ts";
import type { Log } from "../../ports/log.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { Store } from "../../ports/store.ts";
import { readAddress } from "./kakao-address.ts";

/** An event block of the bot, set up at KakaoTalk, that tells that an answer waits. Each use costs money. */
export interface KakaoEvent {
  readonly name: string;
  readonly restApiKey: string;
}

export interface Announcements {
  /** Tells the customer once that something waits, whatever waits until they write again. */
  announce(conversation: ConversationId): void;
  /** The customer wrote: whatever waits then may be told anew. */
  forget(conversation: ConversationId): void;
}

/** Customers who never came back are forgotten in the order in which they were told. */
const MOST_REMEMBERED = 10_000;

export interface AnnounceWith {
  readonly event: KakaoEvent;
  readonly store: Pick<Store, "conversation">;
  readonly outgoing: Outgoing;
  readonly log: Log;
}

/** Uses the Event API. What it cannot tell waits all the same, so a failed call is noted and not repeated. */
export function createAnnouncements({ event, store, outgoing, log }: AnnounceWith): Announcements {
  const told = new Set<ConversationId>();
  const send = async (conversation: ConversationId): Promise<void> => {
    const address = readAddress((await store.conversation(conversation))?.address);
    if (address === undefined) return;
    const result = await outgoing({
      method: "POST",
      url: `https://bot-api.kakao.com/v2/bots/${encodeURIComponent(address.bot)}/talk`,
      headers: { "content-type": "application/json", authorization: `KakaoAK ${event.restApiKey}` },
      body: JSON.stringify({
        event: { name: event.name },
        user: [{ type: "botUserKey", id: address.user }],
      }),
    });
    log.info("kakao.event", { result: result.kind, ...(result.kind === "answered" ? { status: result.status } : {}) });
  };
  return {
    announce: (conversation) => {
      if (told.has(conversation)) return;
      told.add(conversation);
      if (told.size > MOST_REMEMBERED) {
        const oldest = told.values().next();
        if (!oldest.done) told.delete(oldest.value);
      }
      send(conversation).catch(() => log.warn("kakao.event_failed"));
    },
    forget: (conversation) => {
      told.delete(conversation);
    },
  };
}
