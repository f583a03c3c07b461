import { z } from "zod";
import { plainWords } from "./plain-words.ts";
import type { Thread } from "./thread.ts";

/** Something that a member of staff wrote, changed or took away in a thread. */
export interface Note {
  readonly thread: Thread;
  readonly user: string;
  /** Of the first message of the thread. */
  readonly parentUser?: string;
  /** As it is kept. */
  readonly text: string;
  /** The same for every time that Slack tells of it. */
  readonly key: string;
}

const TS = z.string().regex(/^\d{1,12}\.\d{1,9}$/);

/** What a person writes has no bot behind it. */
const written = z.object({
  user: z.string().min(1),
  bot_id: z.undefined().optional(),
  app_id: z.undefined().optional(),
  user_team: z.string().optional(),
  thread_ts: TS,
  ts: TS,
  parent_user_id: z.string().optional(),
  text: z.string().default(""),
  files: z.array(z.unknown()).optional(),
  edited: z.object({ ts: TS }).optional(),
});

const eventSchema = z.union([
  written.extend({
    type: z.literal("message"),
    subtype: z.enum(["file_share", "thread_broadcast"]).optional(),
    channel: z.string(),
  }),
  z.object({
    type: z.literal("message"),
    subtype: z.literal("message_changed"),
    channel: z.string(),
    message: written.required({ edited: true }),
  }),
  z.object({
    type: z.literal("message"),
    subtype: z.literal("message_deleted"),
    channel: z.string(),
    deleted_ts: TS,
    previous_message: written,
  }),
]);

/** Undefined for all else that happens in a channel: bots, joins, pins, words outside threads, people of other companies. */
export function readNote(event: unknown, team: string): Note | undefined {
  const read = eventSchema.safeParse(event).data;
  if (read === undefined) return undefined;
  switch (read.subtype) {
    case "message_changed":
      return noteOf(read.message, read.channel, team, {
        text: `(고친 메모) ${wordsOf(read.message)}`,
        key: `${read.message.ts}/${read.message.edited.ts}`,
      });
    case "message_deleted":
      return noteOf(read.previous_message, read.channel, team, {
        text: `(지운 메모) ${wordsOf(read.previous_message)}`,
        key: `${read.deleted_ts}/deleted`,
      });
    default:
      return noteOf(read, read.channel, team, { text: wordsOf(read), key: read.ts });
  }
}

type Written = z.infer<typeof written>;

function noteOf(
  { user, thread_ts: ts, ts: own, user_team: home, parent_user_id: parentUser }: Written,
  channel: string,
  team: string,
  { text, key }: Pick<Note, "text" | "key">,
): Note | undefined {
  if (own === ts || (home !== undefined && home !== team) || text.trim() === "") return undefined;
  return {
    thread: { team, channel, ts },
    user,
    text,
    key: `slack:${team}/${channel}/${key}`,
    ...(parentUser === undefined ? {} : { parentUser }),
  };
}

function wordsOf({ text, files = [] }: Written): string {
  const attached = files.length === 0 ? [] : [`(첨부 파일 ${files.length}개)`];
  return [plainWords(text), ...attached].filter((part) => part !== "").join("\n");
}
