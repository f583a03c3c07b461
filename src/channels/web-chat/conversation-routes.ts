import { z } from "zod";
import type { Intake } from "../../ports/intake.ts";
import type { Store } from "../../ports/store.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { languageOfLocale } from "../../wording/language-of-locale.ts";
import { readJson } from "../../wording/read-json.ts";
import { withPass } from "./authorize.ts";
import { refuse } from "./direct-line-error.ts";
import { readWatermark } from "./page-of-entries.ts";
import { type Pass, TOKEN_SECONDS, type Tokens } from "./tokens.ts";
import { WEB_CHAT } from "./web-chat-channel.ts";

export interface ConversationParts {
  readonly store: Pick<Store, "conversation">;
  readonly intake: Intake;
  readonly tokens: Tokens;
  /** For example `https://help.example.com`; where it is absent, the browser's own Host is used. */
  readonly publicUrl: string | undefined;
}

const startSchema = z.object({ locale: z.string().nullish() });

const streamBase = (parts: ConversationParts, request: WebRequest): string => {
  if (parts.publicUrl !== undefined) return parts.publicUrl.replace(/^http/, "ws").replace(/\/$/, "");
  const scheme = request.headers["x-forwarded-proto"]?.split(",", 1)[0]?.trim() === "https" ? "wss" : "ws";
  const host = request.headers["x-forwarded-host"] ?? request.headers.host ?? "localhost";
  return `${scheme}://${host}`;
};

const connection = async (
  parts: ConversationParts,
  pass: Pass,
  request: WebRequest,
  watermark: number,
): Promise<object> => {
  const ticket = await parts.tokens.issueTicket(pass);
  const path = `/v3/directline/conversations/${encodeURIComponent(pass.conversation)}/stream`;
  return {
    conversationId: pass.conversation,
    token: await parts.tokens.issue(pass),
    expires_in: TOKEN_SECONDS,
    streamUrl: `${streamBase(parts, request)}${path}?watermark=${watermark}&t=${ticket}`,
  };
};

/** The first opening greets; the key makes every later one a duplicate. */
const start =
  (parts: ConversationParts) =>
  async (pass: Pass, request: WebRequest): Promise<WebReply> => {
    const json = request.body.length === 0 ? { value: {} } : readJson(request.body);
    const wish = json === undefined ? undefined : startSchema.safeParse(json.value).data;
    if (wish === undefined) return refuse("BadRequest", pass.language);
    const accepted = await parts.intake({
      conversation: pass.conversation,
      channel: WEB_CHAT,
      dedupeKey: `opened:${pass.conversation}`,
      activity: { kind: "opened", language: languageOfLocale(wish.locale) ?? pass.language },
    });
    const status = accepted.kind === "accepted" ? 201 : 200;
    return { status, body: await connection(parts, pass, request, 0) };
  };

const reconnect =
  (parts: ConversationParts) =>
  async (pass: Pass, request: WebRequest): Promise<WebReply> => {
    if ((await parts.store.conversation(pass.conversation)) === undefined) {
      return refuse("UnknownConversation", pass.language);
    }
    return { status: 200, body: await connection(parts, pass, request, readWatermark(request.query.watermark)) };
  };

export const conversationRoutes = (parts: ConversationParts): readonly WebRoute[] => [
  { method: "POST", path: "/v3/directline/conversations", handle: withPass(parts.tokens, start(parts)) },
  { method: "GET", path: "/v3/directline/conversations/:id", handle: withPass(parts.tokens, reconnect(parts)) },
];
