import { z } from "zod";
import type { DeskPlace } from "../../ports/desk-place.ts";
import { findMarked } from "./post-mark.ts";
import type { Called, CallSlack } from "./slack-calls.ts";
import { threadOf } from "./thread.ts";

/** What Slack has of a post whose fate is not known. */
export type LookedBack =
  | { readonly kind: "there"; readonly ts: string; readonly to: number }
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly called: Exclude<Called, { kind: "ok" }> };

/** How far the clocks of Slack and of this machine may be apart, and how long a post may be on its way. */
const EARLIER_SECONDS = 120;
const LATER_SECONDS = 600;
const PAGE = 200;
const MOST_PAGES = 20;

const pageSchema = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Searches the channel for a card, or the thread for any other post, around the time at which it was begun. */
export async function lookBack(place: DeskPlace, channel: string, call: CallSlack): Promise<LookedBack> {
  const begun = Date.parse(place.begunAt) / 1_000;
  const thread = place.place === undefined ? undefined : threadOf(place.place);
  const [method, where] =
    thread === undefined
      ? (["conversations.history", { channel }] as const)
      : (["conversations.replies", { channel: thread.channel, ts: thread.ts }] as const);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const called = await call(method, {
      ...where,
      oldest: String(begun - EARLIER_SECONDS),
      latest: String(begun + LATER_SECONDS),
      inclusive: true,
      include_all_metadata: true,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (called.kind !== "ok") return { kind: "failed", called };
    const read = pageSchema.safeParse(called.answer).data;
    if (read === undefined) return { kind: "failed", called: { kind: "doubt", word: "odd_answer" } };
    const found = findMarked(read.messages, place);
    if (found !== undefined) return { kind: "there", ...found };
    cursor = read.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return { kind: "absent" };
  }
  return { kind: "failed", called: { kind: "again", word: "too_many_pages" } };
}
