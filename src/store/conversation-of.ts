import type { ConversationState } from "../core/conversation.ts";
import type { ConversationId } from "../core/ids.ts";
import type { StoredConversation } from "../ports/store.ts";
import { addressOf } from "./address-of.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";

export const conversationOf = (id: ConversationId, row: object): StoredConversation => ({
  id,
  channel: textOf(row, "channel"),
  ...addressOf(row),
  ...(isNull(row, "state") ? {} : { state: jsonOf<ConversationState>(row, "state") }),
  lastSeq: numberOf(row, "next_seq") - 1,
  handledSeq: numberOf(row, "handled_seq"),
});
