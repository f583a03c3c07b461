import type { SendResult } from "../ports/delivery.ts";
import type { LiveSupport } from "../ports/live-support.ts";
import type { Dossier } from "./dossier.ts";
import { type LookUp, type ToSend, whatToSend } from "./what-to-send.ts";

export interface HubParts extends LookUp {
  /** The hub's connector: each passing on is a conversation of its own there, named by its id. */
  readonly serviceUrl: string;
  /** The bot's registration. */
  readonly botId: string;
  /** Posts to a connector, with our token where there is one. */
  readonly post: (url: string, activity: object, attempts: number) => Promise<SendResult>;
}

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
    const activity = activityOf(found, post.support, parts);
    return parts.post(urlOf(activity, parts.serviceUrl), activity, parcel.attempts);
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

const urlOf = ({ conversation }: HubActivity, serviceUrl: string): string =>
  `${serviceUrl.replace(/\/+$/, "")}/v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
