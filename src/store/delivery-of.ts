import { conversationId } from "../core/ids.ts";
import type { Delivery, DeskNews } from "../ports/delivery.ts";
import { addressOf } from "./address-of.ts";
import { entryOf } from "./entry-of.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";

/** A row of the outbox with its conversation's channel and, for words, the entry. */
export function deliveryOf(row: object): Delivery {
  const conversation = conversationId(textOf(row, "conversation"));
  return {
    id: numberOf(row, "id"),
    conversation,
    channel: textOf(row, "channel"),
    ...addressOf(row),
    attempts: numberOf(row, "attempts"),
    cargo: isNull(row, "news")
      ? {
          target: "channel",
          entry: entryOf(conversation, row),
        }
      : { target: "desk", news: jsonOf<DeskNews>(row, "news") },
  };
}
