import { createHmac } from "node:crypto";
import { type ConversationId, conversationId } from "../core/ids.ts";

const LENGTH = 32;

/**
 * The conversation of somebody whom a channel knows by an id of its own. Always the same, and tells nothing about that id, so
 * that it may stand in logs and records.
 */
export function conversationOfCustomer(key: Uint8Array, channel: string, customer: string): ConversationId {
  const code = createHmac("sha256", key).update(`${channel}\n${customer}`).digest("base64url");
  return conversationId(`${channel}:${code.slice(0, LENGTH)}`);
}
