import { z } from "zod";
import { EVENT_SCOPES } from "./slack-scopes.ts";

const LISTENED = [...new Set(Object.keys(EVENT_SCOPES).map((name) => name.replace(/\..*$/, "")))];

const text = z.string();
const absent = z.undefined().optional();
const named = z.object({ id: text });

/** Bolt goes by which fields a body has, not by its type. */
const event = z.object({
  event: z.object({
    type: z.enum(LISTENED),
    channel: text.optional(),
    user: text.optional(),
    item: z.object({}).optional(),
    subteam: absent,
  }),
  authorizations: z.array(z.object({})).optional(),
});
const command = z.object({ event: absent, command: text });
const byPerson = z.object({
  event: absent,
  command: absent,
  name: absent,
  user: named,
  team: named.nullish(),
  enterprise: named.nullish(),
  response_urls: z.array(z.object({})).optional(),
});
const pressed = byPerson.extend({
  type: z.literal("block_actions"),
  channel: named.optional(),
  actions: z.array(z.object({ action_id: text })).min(1),
});
const submitted = byPerson.extend({
  type: z.literal("view_submission"),
  actions: absent,
  view: z.object({ callback_id: text }),
});

const schema = z.union([event, command, pressed, submitted]);

/** False for what nobody listens to, and for what Bolt would stumble over: asked for again, it would come again the same. */
export const isListenedTo = (body: Readonly<Record<string, unknown>>): boolean => schema.safeParse(body).success;
