import { type ConversationId, conversationId } from "../core/ids.ts";
import type { Delivery, DeskNews, Doubt } from "../ports/delivery.ts";
import { SUPPORT_TARGETS, type SupportPost } from "../ports/support-post.ts";
import { addressOf } from "./address-of.ts";
import { entryOf } from "./entry-of.ts";
import { isNull, jsonOf, numberOf, textOf } from "./row.ts";

/** A claimed row of the outbox with its conversation's channel and, for words, the entry. */
export function deliveryOf(row: object): Delivery {
  const conversation = conversationId(textOf(row, "conversation"));
  const doubt = doubtOf(row);
  return {
    id: numberOf(row, "id"),
    conversation,
    channel: textOf(row, "channel"),
    ...addressOf(row),
    attempts: numberOf(row, "attempts"),
    triedForMs: msSince(row, "first_tried_at"),
    ...(doubt === undefined ? {} : { doubt }),
    cargo: cargoOf(conversation, row),
  };
}

function cargoOf(conversation: ConversationId, row: object): Delivery["cargo"] {
  if (isNull(row, "news")) return { target: "channel", entry: entryOf(conversation, row) };
  if (textOf(row, "target") === "desk") return { target: "desk", news: jsonOf<DeskNews>(row, "news") };
  const via = SUPPORT_TARGETS.find((target) => target === textOf(row, "via"));
  if (via === undefined) throw new TypeError("There is no such live support.");
  return { target: "support", via, post: jsonOf<SupportPost>(row, "news") };
}

function doubtOf(row: object): Doubt | undefined {
  if (isNull(row, "doubt_since")) return undefined;
  // SQLite has no yes and no, only 1 and 0.
  return { forMs: msSince(row, "doubt_since"), sendAnyway: Boolean(Reflect.get(row, "send_anyway")) };
}

/** Up to this claim; mostly it is the first one. */
function msSince(row: object, column: string): number {
  const [now, then] = [textOf(row, "claimed_at"), textOf(row, column)];
  return now === then ? 0 : Date.parse(now) - Date.parse(then);
}
