import type { SendResult } from "../ports/delivery.ts";
import type { LiveSupport, SupportParcel } from "../ports/live-support.ts";
import type { Outgoing, OutgoingResult } from "../ports/outgoing.ts";
import { resultOfCall } from "../ports/result-of-call.ts";
import { nameOfPost } from "../ports/support-post.ts";
import { signed } from "./signature.ts";
import { type LookUp, type ToSend, whatToSend } from "./what-to-send.ts";

export interface WebhookParts extends LookUp {
  readonly url: string;
  readonly secret: string;
  readonly outgoing: Outgoing;
  /** By the real clock, also when the assistant lives on another day. */
  readonly now: () => string;
}

/** The receiver says that it has this delivery already. */
const HAS_IT = 409;

/** A signed call for each thing that leaves the desk. The receiver knows each by its name, so what is in doubt is repeated. */
export const createWebhook = (parts: WebhookParts): LiveSupport => ({
  id: "support-webhook",
  reach: { inDoubt: { kind: "repeat" }, budget: { perSecond: 20, burst: 20, atOnce: 8 } },
  send: async (parcel) => {
    const found = await whatToSend(parcel, parts);
    switch (found.kind) {
      case "moot":
        return { kind: "sent" };
      case "gone":
        return { kind: "refused", why: "no such case" };
      default:
        return post(found, parcel, parts);
    }
  },
});

async function post(
  found: Exclude<ToSend, { kind: "moot" | "gone" }>,
  parcel: SupportParcel,
  { url, secret, outgoing, now }: WebhookParts,
): Promise<SendResult> {
  const sentAt = now();
  const delivery = nameOfPost(parcel.post);
  const body = JSON.stringify({ version: 1, delivery, sentAt, kind: found.kind, ...contentOf(found, parcel) });
  const result = await outgoing({
    method: "POST",
    url,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "idempotency-key": delivery,
      ...signed(body, secret, Date.parse(sentAt)),
    },
    body,
  });
  return hasIt(result) ? { kind: "sent" } : resultOfCall(result, parcel.attempts);
}

const hasIt = (result: OutgoingResult): boolean => result.kind === "answered" && result.status === HAS_IT;

function contentOf(found: Exclude<ToSend, { kind: "moot" | "gone" }>, { post: named }: SupportParcel): object {
  const support = named.kind === "call-back" ? {} : { support: named.support };
  switch (found.kind) {
    case "initiate":
      return { ...support, ...found.dossier };
    case "withdraw":
      return { ...support, case: { id: named.case } };
    case "call-back": {
      const { case: id, language, status, slot, version: number } = found.ticket;
      return { case: { id, language }, status, slot, number };
    }
  }
}
