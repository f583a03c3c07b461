import { z } from "zod";
import { HAND_OFF_REASONS } from "../core/case.ts";
import { SUPPORT_STATUSES } from "../core/support-status.ts";

const id = z.string().min(1).max(200);
/** UTC with milliseconds. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
/** In Korea. */
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
const line = z.strictObject({ label: z.string(), value: z.string() });

/** `delivery` is the same for every attempt: a receiver does nothing for one that it has seen. */
const common = { version: z.literal(1), delivery: id, sentAt: instant };

const dossier = {
  case: z.strictObject({
    id,
    reason: z.enum(HAND_OFF_REASONS),
    language: z.enum(["ko", "en"]),
    channel: z.string(),
    openedAt: instant,
    passedOnBy: z.string().optional(),
  }),
  known: z.array(line),
  missing: z.array(line),
  verdict: z.string().optional(),
  transcript: z.array(
    z.strictObject({ at: instant, from: z.enum(["customer", "bot", "agent"]), text: z.string().max(2_001) }),
  ),
  omitted: z.int().min(0),
};

/** Everything that the webhook sends; docs/desk/live-support.md holds the same as JSON Schema. @public */
export const messageSchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("initiate"), support: id, ...dossier }),
  z.strictObject({ ...common, kind: z.literal("withdraw"), support: id, case: z.strictObject({ id }) }),
  z.strictObject({
    ...common,
    kind: z.literal("call-back"),
    case: z.strictObject({ id, language: z.enum(["ko", "en"]) }),
    status: z.enum(["open", "due", "done", "dropped"]),
    slot: z.strictObject({ from: local, to: local }),
    /** Of two messages on one case the one with the greater number counts. */
    number: z.int().min(1),
  }),
]);

/** What live support may answer with, later and as often as it likes. */
export const reportSchema = z.strictObject({
  support: id,
  status: z.enum(SUPPORT_STATUSES),
  message: z.string().max(1_000).optional(),
});
