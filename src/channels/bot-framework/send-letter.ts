import type { Letter } from "../../ports/channel.ts";
import type { Clock } from "../../ports/clock.ts";
import type { SendResult } from "../../ports/delivery.ts";
import { type ConversationReference, fromAddress } from "./conversation-reference.ts";
import { type ConnectorParts, postToConnector } from "./post-to-connector.ts";
import { type OutgoingActivity, toActivities } from "./render.ts";
import type { ReplyDesk } from "./reply-desk.ts";

export interface SendParts extends ConnectorParts {
  readonly replies: ReplyDesk;
  readonly clock: Clock;
}

/** How long another process is left alone that may have a request waiting for the letter. */
const LOOK_AGAIN_MS = 250;
const MAX_HALF_SENT = 1_000;

/** Sends into a waiting request, or to the connector at the customer's own service address. */
export function createSendLetter(parts: SendParts): (letter: Letter) => Promise<SendResult> {
  // Activities of a letter that are there already, when a later one could not go.
  const halfSent = new Map<number, number>();
  const post = async (letter: Letter, to: ConversationReference): Promise<SendResult> => {
    const activities = toActivities(letter.entry, to);
    let last: SendResult = { kind: "sent" };
    for (const [index, activity] of activities.entries()) {
      if (index < (halfSent.get(letter.id) ?? 0)) continue;
      last = await postToConnector(urlOf(activity), activity, letter.attempts, parts);
      if (last.kind !== "sent") break;
      if (activities.length > 1) halfSent.set(letter.id, index + 1);
    }
    if (last.kind !== "later" || halfSent.size > MAX_HALF_SENT) halfSent.delete(letter.id);
    return last;
  };
  return async (letter) => {
    if (parts.replies.hand(letter)) return { kind: "sent" };
    const to = fromAddress(letter.address);
    if (to === undefined) return { kind: "refused", why: "no address" };
    const othersMs = (to.repliesUntil ?? 0) - Date.parse(parts.clock.now());
    if (othersMs > 0) return { kind: "later", afterMs: Math.min(othersMs, LOOK_AGAIN_MS) };
    return post(letter, to);
  };
}

function urlOf({ serviceUrl, conversation, replyToId }: OutgoingActivity): string {
  const activities = `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  return replyToId === undefined ? activities : `${activities}/${encodeURIComponent(replyToId)}`;
}
