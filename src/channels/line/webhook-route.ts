import type { ConversationId } from "../../core/ids.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Arrival, Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { conversationOfCustomer } from "../../privacy/conversation-of-customer.ts";
import { writeAddress } from "./address.ts";
import { type LineEvent, parseEvents } from "./parse.ts";
import { isFromLine } from "./verify.ts";

export const LINE = "line";

export interface WebhookParts {
  readonly secret: string;
  /** Makes conversation ids of LINE's user ids. */
  readonly key: Uint8Array;
  readonly intake: Intake;
  readonly store: Pick<Store, "erase" | "entries">;
  readonly clock: Clock;
  readonly log: Log;
}

const BODY_LIMIT = 512 * 1024;
/** A token that comes again with its event is good for another minute, but not 20 minutes after the event. */
const LAST_REDELIVERY_MS = 19 * 60_000;

/** Takes LINE's webhooks: each event is on disk before it is answered; turns come later. A broken store is answered 503, and LINE brings it again. */
export const webhookRoute = (parts: WebhookParts): WebRoute => ({
  method: "POST",
  path: "/channels/line",
  forMany: true,
  bodyLimit: BODY_LIMIT,
  handle: (request) => receive(parts, request),
});

async function receive(parts: WebhookParts, request: WebRequest): Promise<WebReply> {
  if (!isFromLine(request, parts.secret)) return { status: 401, body: { error: { code: "SIGNATURE_WRONG" } } };
  const events = parseEvents(request.body);
  if (events === undefined) return { status: 400, body: { error: { code: "BAD_REQUEST" } } };
  for (const event of events) {
    if (event.kind === "ignored") parts.log.info("line.ignored", { why: event.why });
    else await take(parts, event);
  }
  return { status: 200, body: {} };
}

async function take(parts: WebhookParts, event: LineEvent): Promise<void> {
  const conversation = conversationOfCustomer(parts.key, LINE, event.user);
  switch (event.kind) {
    case "unsent":
      return forget(parts, conversation, event.messageId, event.id);
    case "followed":
      await parts.intake(arrivalOf(parts, conversation, event, { kind: "opened", language: "ko" }));
      return;
    case "said": {
      const { text, messageId } = event;
      if (event.isRedelivery && messageId !== undefined && (await wasTakenBack(parts, conversation, messageId))) return;
      const clientId = messageId === undefined ? {} : { clientId: messageId };
      await parts.intake(arrivalOf(parts, conversation, event, { kind: "said", text, masked: 0, ...clientId }));
    }
  }
}

const arrivalOf = (
  { clock }: WebhookParts,
  conversation: ConversationId,
  { id, user, happenedMs, isRedelivery, replyToken }: LineEvent,
  activity: Arrival["activity"],
): Arrival => {
  const cameAt = clock.now();
  const isStale = isRedelivery && Date.parse(cameAt) - happenedMs > LAST_REDELIVERY_MS;
  const reply = replyToken === undefined || isStale ? {} : { reply: { token: replyToken, cameAt } };
  return {
    conversation,
    channel: LINE,
    address: writeAddress({ to: user, ...reply }),
    dedupeKey: `line:${id}`,
    activity,
  };
};

/**
 * Erases a message that the customer took back. One that is not there yet may still be brought by a redelivery: what marks it as
 * taken back is stored in its place.
 */
async function forget(parts: WebhookParts, conversation: ConversationId, clientId: string, id: string): Promise<void> {
  if (await parts.store.erase(conversation, clientId)) return;
  await parts.intake({
    conversation,
    channel: LINE,
    dedupeKey: `line:${id}`,
    activity: { kind: "said", text: "", masked: 0, clientId, erased: true },
  });
  await parts.store.erase(conversation, clientId);
}

async function wasTakenBack({ store }: WebhookParts, conversation: ConversationId, clientId: string): Promise<boolean> {
  const entries = await store.entries(conversation, 0);
  return entries.some(({ body }) => body.kind === "customer" && body.clientId === clientId && body.erased === true);
}
