import { cleanText } from "../../wording/clean-text.ts";
import { languageOfLocale } from "../../wording/language-of-locale.ts";
import { readJson } from "../../wording/read-json.ts";
import {
  type Addressed,
  addressedSchema,
  anySchema,
  clientIdSchema,
  membersSchema,
  mentionSchema,
  messageSchema,
} from "./activity-schema.ts";
import type { FromCustomer } from "./conversation-reference.ts";
import { type HandOffStatus, parseHandOffStatus } from "./take-hand-off-status.ts";

/** What a request carries. `ignored` is acknowledged and asks for nothing. */
export type Parsed =
  | ({ readonly kind: "opened" } & FromCustomer)
  | ({ readonly kind: "said"; readonly said: SaidThere } & FromCustomer)
  | ({ readonly kind: "hand-off-status" } & HandOffStatus)
  /** Wants an answer of its own, which we have none of. */
  | { readonly kind: "invoke" }
  | { readonly kind: "ignored"; readonly why: string }
  | { readonly kind: "refused"; readonly status: 400 | 413 };

export interface SaidThere {
  readonly text: string;
  /** Given by the client, the same when it sends again. */
  readonly clientId?: string;
  /** The client's own clock when the words were written. */
  readonly writtenAt?: string;
}

/** Longest message in characters (code points). */
const MAX_CHARACTERS = 10_000;
const EXPECT_REPLIES = "expectReplies";

const refused = (status: 400 | 413 = 400): Parsed => ({ kind: "refused", status });
const ignored = (why: string): Parsed => ({ kind: "ignored", why });

/** Reads the body of `POST /api/messages` by the numbered rules of the Activity protocol. */
export const parseActivity = (body: Buffer): Parsed => {
  const json = readJson(body);
  const type = json === undefined ? undefined : anySchema.safeParse(json.value).data?.type;
  if (json === undefined || type === undefined) return refused();
  if (type === "invoke") return { kind: "invoke" };
  const status = type === "event" ? parseHandOffStatus(json.value) : undefined;
  if (status !== undefined) return { kind: "hand-off-status", ...status };
  if (type !== "message" && type !== "conversationUpdate") return ignored(type === "event" ? "event" : "type");
  const activity = addressedSchema.safeParse(json.value).data;
  if (activity === undefined) return refused();
  // Facts of one customer must not be told to others.
  if (activity.conversation.isGroup === true) return ignored("group");
  if (type === "conversationUpdate") return parseOpening(activity, json.value);
  if (activity.from.role === "bot" || activity.from.id === activity.recipient.id) return ignored("from a bot");
  return parseMessage(activity, json.value);
};

/** Who came in, other than the bot itself, is greeted. */
const parseOpening = (activity: Addressed, value: unknown): Parsed => {
  const update = membersSchema.safeParse(value).data;
  if (update === undefined) return refused();
  const somebody = update.membersAdded?.find(({ id }) => id !== activity.recipient.id);
  return somebody === undefined
    ? ignored("nobody came in")
    : { kind: "opened", ...fromCustomer({ ...activity, from: { id: somebody.id } }) };
};

const parseMessage = (activity: Addressed, value: unknown): Parsed => {
  const message = messageSchema.safeParse(value).data;
  if (message === undefined) return refused();
  const written = message.text ?? "";
  const words = written === "" && typeof message.value === "string" ? message.value : written;
  if (words.length > MAX_CHARACTERS && [...words].length > MAX_CHARACTERS) return refused(413);
  const { channelData } = message;
  // Asked first: a refusal of zod's is dear, and most messages carry nothing.
  const clientId = channelData ? clientIdSchema.safeParse(channelData).data?.clientActivityID : undefined;
  return {
    kind: "said",
    said: {
      text: cleanText(withoutMentions(words, message.entities ?? [], activity.recipient.id)),
      ...(clientId === undefined ? {} : { clientId: cleanText(clientId) }),
      ...(activity.localTimestamp ? { writtenAt: activity.localTimestamp } : {}),
    },
    ...fromCustomer(activity),
  };
};

/** "<at>안심</at> 위약금 면제 되나요?" without the call. */
const withoutMentions = (text: string, entities: readonly unknown[], bot: string): string =>
  entities.reduce<string>((words, entity) => {
    const mention = mentionSchema.safeParse(entity).data;
    return mention?.mentioned.id === bot ? words.replaceAll(mention.text, "").trim() : words;
  }, text);

const fromCustomer = ({ recipient, conversation, from, ...activity }: Addressed): FromCustomer => {
  const language = languageOfLocale(activity.locale);
  return {
    reference: {
      serviceUrl: activity.serviceUrl,
      channelId: activity.channelId,
      conversation: conversation.id,
      bot: { id: recipient.id, ...(recipient.name ? { name: recipient.name } : {}) },
      customer: from.id,
      ...(activity.id ? { activity: activity.id } : {}),
    },
    ...(language === undefined ? {} : { language }),
    expectsReplies: activity.deliveryMode === EXPECT_REPLIES,
  };
};
