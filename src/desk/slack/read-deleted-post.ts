import { z } from "zod";
import type { Thread } from "./thread.ts";

const TS = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

const eventSchema = z.object({
  type: z.literal("message"),
  subtype: z.literal("message_deleted"),
  channel: z.string(),
  deleted_ts: TS,
  previous_message: z.object({ bot_id: z.string(), user: z.string(), ts: TS, thread_ts: TS }),
});

/** A post of the app's own that somebody deleted in a thread; Slack does not say who. */
export interface DeletedPost {
  readonly thread: Thread;
  readonly key: string;
}

/** What staff must know then. */
export const DELETED_POST_WORDS =
  "슬랙에서 글이 지워졌어요. 고객에게 이미 나간 말은 지우거나 고칠 수 없어요. 바로잡을 말은 새 답장으로 보내 주세요.";

/** Undefined for all else, also for posts of other apps. */
export function readDeletedPost(event: unknown, team: string, self: string | undefined): DeletedPost | undefined {
  const { channel, deleted_ts: deleted, previous_message: post } = eventSchema.safeParse(event).data ?? {};
  if (channel === undefined || post === undefined || post.user !== self || post.thread_ts === post.ts) return undefined;
  return { thread: { team, channel, ts: post.thread_ts }, key: `slack:${team}/${channel}/${deleted}/post-deleted` };
}
