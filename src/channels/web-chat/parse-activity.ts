import { z } from "zod";
import type { Language } from "../../core/language.ts";
import { cleanText } from "../../wording/clean-text.ts";
import { languageOfLocale } from "../../wording/language-of-locale.ts";
import { readJson } from "../../wording/read-json.ts";
import type { RefusalCode } from "./direct-line-error.ts";

/** What a client posted, as far as we take it. The sender is not read from here: the token says who it is. */
export type Parsed =
  | { readonly kind: "message"; readonly text: string; readonly language?: Language; readonly clientId?: string }
  /** An activity that asks for nothing (typing, events): accepted and dropped. */
  | { readonly kind: "ignored" }
  | { readonly kind: "refused"; readonly code: RefusalCode };

/** Largest message in characters (code points). */
export const MAX_CHARACTERS = 10_000;
const MAX_CLIENT_ID = 200;

const activitySchema = z.object({
  type: z.string().min(1),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  locale: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  channelData: z.unknown().optional(),
});

const clientIdSchema = z.object({ clientActivityID: z.string().min(1).max(MAX_CLIENT_ID) });

const refused = (code: RefusalCode): Parsed => ({ kind: "refused", code });

const isTooLong = (text: string): boolean =>
  text.length > MAX_CHARACTERS && (text.length > 2 * MAX_CHARACTERS || [...text].length > MAX_CHARACTERS);

/** Reads the body of `POST …/activities`. */
export const parseActivity = (body: Buffer): Parsed => {
  const json = readJson(body);
  const activity = json === undefined ? undefined : activitySchema.safeParse(json.value).data;
  if (activity === undefined) return refused("BadRequest");
  if (activity.type !== "message") return { kind: "ignored" };
  if (activity.attachments !== undefined && activity.attachments !== null && activity.attachments.length > 0) {
    return refused("AttachmentsNotSupported");
  }
  const words = activity.text ?? (typeof activity.value === "string" ? activity.value : "");
  if (isTooLong(words)) return refused("TextTooLong");
  const language = languageOfLocale(activity.locale);
  const clientId = clientIdSchema.safeParse(activity.channelData).data?.clientActivityID;
  return {
    kind: "message",
    text: cleanText(words),
    ...(language === undefined ? {} : { language }),
    ...(clientId === undefined ? {} : { clientId: cleanText(clientId) }),
  };
};
