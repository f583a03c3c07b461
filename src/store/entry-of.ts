import type { ConversationId } from "../core/ids.ts";
import type { LogBody, LogEntry } from "../ports/log-entry.ts";
import { jsonOf, numberOf, textOf } from "./row.ts";

export const entryOf = (conversation: ConversationId, row: object): LogEntry => ({
  conversation,
  seq: numberOf(row, "seq"),
  at: textOf(row, "at"),
  body: jsonOf<LogBody>(row, "body"),
});
