import { z } from "zod";

/** Longest id that is taken for one; real ones stay below 300. */
const MAX_ID = 2_000;

/** Ids go into addresses and databases, which cannot hold halves of surrogate pairs or NUL. */
const USABLE = /^[^\p{Cc}\p{Surrogate}]+$/u;

const id = z.string().min(1).max(MAX_ID).regex(USABLE);
const account = z.object({ id, name: z.string().nullish(), role: z.string().nullish() });

/** Every activity, whatever it is: rule A2010. Unknown fields are dropped (A2005), wrong types refused (A2003). */
export const anySchema = z.object({ type: z.string().min(1) });

/** Who speaks to whom and where; time stamps and locales are taken as they are and never a reason to refuse (A2042, A3021). */
export const addressedSchema = z.object({
  type: z.string(),
  id: id.nullish(),
  channelId: id,
  serviceUrl: id,
  conversation: z.object({ id, isGroup: z.boolean().nullish() }),
  from: account,
  recipient: account,
  locale: z.string().nullish(),
  deliveryMode: z.string().nullish(),
  localTimestamp: z.string().nullish(),
});

export type Addressed = z.infer<typeof addressedSchema>;

export const messageSchema = z.object({
  text: z.string().nullish(),
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).nullish(),
  channelData: z.unknown().optional(),
});

export const membersSchema = z.object({ membersAdded: z.array(z.object({ id: z.string() })).nullish() });

/** A person called by name in the text; the bot itself is called like that in Teams. Other entities are left alone (A2104). */
export const mentionSchema = z.object({
  type: z.literal("mention"),
  mentioned: z.object({ id: z.string() }),
  text: z.string().min(1),
});

export const clientIdSchema = z.object({ clientActivityID: z.string().min(1).max(MAX_ID) });
