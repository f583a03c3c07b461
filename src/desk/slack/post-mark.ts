import { z } from "zod";
import type { CaseId } from "../../core/ids.ts";

const EVENT_TYPE = "ansim_post";

/** Goes with each post as metadata, so that it can be found again: ids and places in the log, never a word of anybody. */
export interface PostMark {
  readonly case: CaseId;
  readonly mark: string;
  /** First and last entry of the post; 0 where it holds none. */
  readonly from: number;
  readonly to: number;
}

export const metadataOf = (mark: PostMark) => ({ event_type: EVENT_TYPE, event_payload: { ...mark } });

const messageSchema = z.object({
  ts: z.string(),
  metadata: z.object({
    event_type: z.literal(EVENT_TYPE),
    event_payload: z.object({ case: z.string(), mark: z.string(), to: z.number() }),
  }),
});

/** Where a post with this mark stands among messages as Slack gives them; undefined when it does not. */
export function findMarked(
  messages: readonly unknown[],
  wanted: Pick<PostMark, "case" | "mark">,
): { readonly ts: string; readonly to: number } | undefined {
  for (const message of messages) {
    const { data } = messageSchema.safeParse(message);
    const payload = data?.metadata.event_payload;
    if (data !== undefined && payload?.case === wanted.case && payload.mark === wanted.mark) {
      return { ts: data.ts, to: payload.to };
    }
  }
  return undefined;
}
