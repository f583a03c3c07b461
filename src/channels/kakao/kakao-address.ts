import { createHash } from "node:crypto";
import { z } from "zod";
import { type ConversationId, conversationId } from "../../core/ids.ts";

/** Where a customer of KakaoTalk is: the same person has another key at another bot. */
export interface KakaoAddress {
  readonly bot: string;
  readonly user: string;
}

const addressSchema = z.object({ bot: z.string(), user: z.string() });

export const writeAddress = ({ bot, user }: KakaoAddress): string => JSON.stringify({ bot, user });

/** Undefined when the text was not written by `writeAddress`. */
export function readAddress(text: string | undefined): KakaoAddress | undefined {
  try {
    return addressSchema.safeParse(JSON.parse(text ?? "")).data;
  } catch {
    return undefined;
  }
}

const digest = (parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

/** One conversation for each customer of each bot; the id does not show the customer's key. */
export const kakaoConversation = ({ bot, user }: KakaoAddress): ConversationId =>
  conversationId(`kakao:${digest([bot, user])}`);

/**
 * Names a message, as KakaoTalk does not: the same words to the same block, said before the conversation had its next turn, are the
 * same message. Nobody can answer "네" to an answer that has not been given yet, so two real ones never share a name.
 */
export const messageKey = (
  conversation: ConversationId,
  said: { readonly text: string; readonly block?: string; readonly lastBlock?: string },
  handledSeq: number,
): string => `${conversation}:${handledSeq}:${digest([said.text, said.block ?? "", said.lastBlock ?? ""])}`;
