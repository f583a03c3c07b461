import { z } from "zod";
import { CLOSE_REASONS, type DeskAct } from "../../core/activity.ts";
import { cleanText } from "../../wording/clean-text.ts";
import { readJson } from "../../wording/read-json.ts";
import { agentOf } from "./agent-session.ts";
import { agentNameSchema } from "./login-routes.ts";

/** Longest note or reply. */
const MAX_TEXT = 4_000;

const words = z
  .string()
  .max(MAX_TEXT)
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().min(1));

const actSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("claim") }),
  z.strictObject({ kind: z.literal("release") }),
  z.strictObject({ kind: z.literal("transfer"), to: agentNameSchema.transform(agentOf) }),
  z.strictObject({ kind: z.literal("take-over") }),
  z.strictObject({ kind: z.literal("note"), text: words }),
  z.strictObject({ kind: z.literal("reply"), text: words }),
  z.strictObject({ kind: z.literal("re-open") }),
  z.strictObject({ kind: z.literal("take-back"), reply: z.int().min(1) }),
  z.strictObject({ kind: z.literal("send-again"), seq: z.int().min(1) }),
  z.strictObject({ kind: z.literal("escalate") }),
  z.strictObject({ kind: z.literal("hand-back") }),
  z.strictObject({ kind: z.literal("close"), reason: z.enum(CLOSE_REASONS) }),
]);

const requestSchema = z.strictObject({
  /** Made by the page; the same act sent twice is one act. */
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  act: actSchema,
});

export interface ActRequest {
  readonly id: string;
  readonly act: DeskAct;
}

/** Undefined when the body is not an act. */
export const parseAct = (body: Buffer): ActRequest | undefined => requestSchema.safeParse(readJson(body)?.value).data;
