import type { Arrival } from "../../ports/intake.ts";
import { BOT_FRAMEWORK, type ConversationReference, conversationOf, toAddress } from "./conversation-reference.ts";
import type { Parsed } from "./parse-activity.ts";

type FromCustomer = Extract<Parsed, { kind: "opened" | "said" }>;

/**
 * An activity of the customer as an arrival. A conversation is opened once; a message is known by the client's id when there
 * is one, else by `name`.
 */
export function toArrival(parsed: FromCustomer, reference: ConversationReference, name: string): Arrival {
  const conversation = conversationOf(reference);
  const arrival = { conversation, channel: BOT_FRAMEWORK, address: toAddress(reference) };
  const { language } = parsed;
  if (parsed.kind === "opened") {
    return {
      ...arrival,
      dedupeKey: `${conversation}:opened`,
      activity: { kind: "opened", language: language ?? "ko" },
    };
  }
  const { text, clientId } = parsed.said;
  return {
    ...arrival,
    dedupeKey: `${conversation}:${clientId === undefined ? `id:${name}` : `client:${clientId}`}`,
    activity: {
      kind: "said",
      text,
      masked: 0,
      ...(language === undefined ? {} : { language }),
      ...(clientId === undefined ? {} : { clientId }),
    },
  };
}
