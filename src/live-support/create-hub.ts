import type { SendResult } from "../ports/delivery.ts";
import type { LiveSupport, SupportParcel } from "../ports/live-support.ts";
import type { Outgoing } from "../ports/outgoing.ts";
import { backOffMs, resultOfCall } from "../ports/result-of-call.ts";
import type { Dossier } from "./dossier.ts";
import { type LookUp, type ToSend, whatToSend } from "./what-to-send.ts";

export interface HubParts extends LookUp {
  /** The hub's connector: each passing on is a conversation of its own there, named by its id. */
  readonly serviceUrl: string;
  /** The bot's registration. */
  readonly botId: string;
  readonly outgoing: Outgoing;
  /** Our token for the connector; absent in development. */
  readonly tokens?: HubTokens;
}

export interface HubTokens {
  readonly get: () => Promise<string | undefined>;
  /** The connector did not take this one. */
  readonly drop: (token: string) => void;
}

const UNAUTHORIZED = 401;

/**
 * The hand-off protocol of the Bot Framework. A connector would post the same event twice, so what may have arrived is never
 * repeated: either the hub answers, or the case comes back when its time is over.
 */
export const createHub = (parts: HubParts): LiveSupport => ({
  id: "support-hub",
  reach: { inDoubt: { kind: "leave" }, budget: { perSecond: 20, burst: 20, atOnce: 8 } },
  send: async (parcel) => {
    const found = await whatToSend(parcel, parts);
    const { post } = parcel;
    if (found.kind === "moot" || post.kind === "call-back") return { kind: "sent" };
    if (found.kind === "gone") return { kind: "refused", why: "no such case" };
    return postActivity(activityOf(found, post.support, parts), parcel, parts);
  },
});

function activityOf(found: ToSend, support: string, { serviceUrl, botId }: HubParts): HubActivity {
  const from = { id: botId, role: "bot" };
  const common = { serviceUrl, from, conversation: { id: support } };
  return found.kind === "initiate"
    ? { ...common, type: "event", name: "handoff.initiate", ...handOff(found.dossier) }
    : {
        ...common,
        type: "endOfConversation",
        code: found.kind === "withdraw" && found.overdue ? "channelFailed" : "userCancelled",
      };
}

interface HubActivity {
  readonly type: "event" | "endOfConversation";
  readonly [field: string]: unknown;
  readonly conversation: { readonly id: string };
}

/** The context as the event's value, the talk as the attachment that hubs look for. */
function handOff({ transcript, ...context }: Dossier): object {
  const activities = transcript.map(({ at, from, text }, index) => ({
    type: "message",
    id: String(index + 1),
    timestamp: at,
    from: { id: from, role: from === "customer" ? "user" : "bot", name: from },
    text,
  }));
  return {
    value: context,
    attachments: [{ contentType: "application/json", name: "Transcript", content: { activities } }],
  };
}

async function postActivity(
  activity: HubActivity,
  { attempts }: SupportParcel,
  { serviceUrl, outgoing, tokens }: HubParts,
): Promise<SendResult> {
  const token = await tokens?.get();
  if (tokens !== undefined && token === undefined) return { kind: "later", afterMs: backOffMs(attempts) };
  const conversation = encodeURIComponent(activity.conversation.id);
  const result = await outgoing({
    method: "POST",
    url: `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/${conversation}/activities`,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
  if (token !== undefined && result.kind === "answered" && result.status === UNAUTHORIZED) {
    tokens?.drop(token);
    return { kind: "later", afterMs: backOffMs(attempts) };
  }
  return resultOfCall(result, attempts);
}
