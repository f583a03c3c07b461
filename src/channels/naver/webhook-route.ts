import { AppError } from "../../core/app-error.ts";
import type { ConversationId } from "../../core/ids.ts";
import type { Accepted, Intake } from "../../ports/intake.ts";
import type { Log } from "../../ports/log.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { conversationOfCustomer } from "../../privacy/conversation-of-customer.ts";
import type { OpenCalls } from "./open-calls.ts";
import { type NaverEvent, parseEvent } from "./parse.ts";
import type { NaverContent } from "./render.ts";
import type { Repetitions } from "./repetitions.ts";
import { callerOf, type Sources } from "./verify.ts";

export const NAVER = "naver";

export interface WebhookParts {
  /** Stands in the webhook's path. */
  readonly secret: string;
  readonly sources: Sources;
  /** Makes conversation ids of Naver's user ids. */
  readonly key: Uint8Array;
  readonly intake: Intake;
  readonly store: Pick<Store, "conversation" | "eraseConversation">;
  readonly calls: OpenCalls;
  readonly repetitions: Repetitions;
  readonly log: Log;
  /** Said when nothing could be taken in: Naver calls once, so the customer would hear nothing at all. */
  readonly unavailable: string;
  /** How long a webhook may take with waiting for words to answer with; Naver gives it five seconds. */
  readonly patienceMs?: number;
}

const BODY_LIMIT = 256 * 1024;
const PATIENCE_MS = 500;
const NOTHING: WebReply = { status: 200, body: "" };

/** Takes Naver's webhooks: each event is on disk before it is answered, and words that are ready soon go with the answer. */
export const webhookRoute = (parts: WebhookParts): WebRoute => ({
  method: "POST",
  path: "/channels/naver/:secret",
  forMany: true,
  bodyLimit: BODY_LIMIT,
  handle: (request) => receive(parts, request),
  whenBusy: (request) => {
    const event = read(parts, request);
    if ("status" in event) return event;
    // Who leaves is forgotten however much there is to do.
    if (event.kind === "withdrew") return undefined;
    return event.kind === "said" ? unavailable(parts) : NOTHING;
  },
});

/** The event, or why it is refused. */
function read(parts: WebhookParts, request: WebRequest): NaverEvent | WebReply {
  const caller = callerOf(request, parts.secret, parts.sources);
  if (caller === "stranger") return { status: 404, body: { error: { code: "NOT_FOUND" } } };
  if (caller === "elsewhere") {
    parts.log.warn("naver.source_refused", { from: request.from });
    return { status: 403, body: { error: { code: "SOURCE_REFUSED" } } };
  }
  return parseEvent(request.body) ?? { status: 400, body: { error: { code: "BAD_REQUEST" } } };
}

async function receive(parts: WebhookParts, request: WebRequest): Promise<WebReply> {
  const event = read(parts, request);
  if ("status" in event) return event;
  if (event.kind === "ignored") {
    parts.log.info("naver.ignored", { why: event.why });
    return NOTHING;
  }
  const conversation = conversationOfCustomer(parts.key, NAVER, event.user);
  if (event.kind === "withdrew") {
    const erased = await parts.store.eraseConversation(conversation);
    parts.log.info("naver.withdrawn", { conversation, erased });
    return NOTHING;
  }
  return answer(parts, conversation, async () => {
    try {
      return await take(parts, conversation, event, request.body);
    } catch (error) {
      parts.log.warn("naver.not_taken", { error: error instanceof AppError ? error.code : "unknown" });
      return event.kind === "said" ? unavailable(parts) : NOTHING;
    }
  });
}

const unavailable = (parts: WebhookParts): WebReply => sendReply({ textContent: { text: parts.unavailable } });

const sendReply = (content: NaverContent): WebReply => ({
  status: 200,
  headers: { "content-type": "application/json;charset=UTF-8" },
  body: JSON.stringify({ event: "send", ...content }),
});

function take(
  { intake, repetitions }: WebhookParts,
  conversation: ConversationId,
  event: Extract<NaverEvent, { kind: "entered" | "said" }>,
  body: Buffer,
): Promise<Accepted> {
  const from = { conversation, channel: NAVER, address: event.user };
  if (event.kind === "entered") {
    // The first time greets; customers come back into the room as often as they like.
    const minor = event.under14 ? ({ minor: true } as const) : {};
    const activity = { kind: "opened", language: "ko", ...minor } as const;
    return intake({ ...from, dedupeKey: `naver:opened:${conversation}`, activity });
  }
  const dedupeKey = repetitions.keyOf(conversation, body);
  return intake({ ...from, dedupeKey, activity: { kind: "said", text: event.text, masked: 0 } });
}

/** The call stands open before the event is stored, so that no turn is too fast for it. */
async function answer(
  parts: WebhookParts,
  conversation: ConversationId,
  accept: () => Promise<Accepted | WebReply>,
): Promise<WebReply> {
  const call = parts.calls.open(conversation, parts.patienceMs ?? PATIENCE_MS);
  try {
    const accepted = await accept();
    if ("status" in accepted) return accepted;
    const isWaitedFor = accepted.kind === "accepted" && (await isWithBot(parts, conversation));
    const offered = isWaitedFor ? await call.words() : undefined;
    if (offered === undefined) return NOTHING;
    return { ...sendReply(offered.content), onDone: offered.done };
  } finally {
    call.close();
  }
}

/** Agents take their time; the bot does not. */
async function isWithBot({ store }: WebhookParts, conversation: ConversationId): Promise<boolean> {
  const state = (await store.conversation(conversation))?.state;
  return state === undefined || state.owner.kind === "bot";
}
