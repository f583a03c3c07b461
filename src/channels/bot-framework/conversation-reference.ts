import { createHash } from "node:crypto";
import { z } from "zod";
import { type ConversationId, conversationId } from "../../core/ids.ts";
import type { Language } from "../../core/language.ts";

export const BOT_FRAMEWORK = "bot-framework";

const referenceSchema = z.object({
  serviceUrl: z.string(),
  /** The far channel: `msteams`, `telegram`, `webchat` … */
  channelId: z.string(),
  conversation: z.string(),
  bot: z.object({ id: z.string(), name: z.string().exactOptional() }),
  customer: z.string(),
  /** The activity that is answered. */
  activity: z.string().exactOptional(),
  /** Milliseconds since 1970 until which a request waits for the replies, in whichever process took it. */
  repliesUntil: z.number().exactOptional(),
});

/** Where a customer of the Bot Framework is, and what is answered: enough to write to them days later. */
export type ConversationReference = Readonly<z.infer<typeof referenceSchema>>;

/** The address that goes with an arrival. */
export const toAddress = (reference: ConversationReference): string => JSON.stringify(reference);

/** Undefined for what is not an address of ours. */
export const fromAddress = (address: string | undefined): ConversationReference | undefined => {
  if (address === undefined) return undefined;
  try {
    return referenceSchema.safeParse(JSON.parse(address)).data;
  } catch {
    return undefined;
  }
};

/** Our own id of a far conversation: the far one may hold anything, of any length. */
export const conversationOf = ({ channelId, conversation }: ConversationReference): ConversationId => {
  const digest = createHash("sha256")
    .update(JSON.stringify([channelId, conversation]))
    .digest("base64url");
  return conversationId(`${BOT_FRAMEWORK}:${digest}`);
};

/** What was taken from an activity, as far as the assistant cares. */
export interface FromCustomer {
  readonly reference: ConversationReference;
  readonly language?: Language;
  /** The sender waits for the replies in the answer to its own request. */
  readonly expectsReplies: boolean;
}
