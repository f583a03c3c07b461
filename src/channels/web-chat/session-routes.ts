import { z } from "zod";
import type { NewId } from "../../ports/new-id.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { readJson } from "../../wording/read-json.ts";
import { bearer } from "./authorize.ts";
import { refuse } from "./direct-line-error.ts";
import { newPass } from "./token-routes.ts";
import { TOKEN_SECONDS, type Tokens } from "./tokens.ts";

const wishSchema = z.object({ locale: z.string().max(100).nullish() });

const localeWished = (request: WebRequest): { readonly locale: string | undefined } | undefined => {
  if (request.body.length === 0) return { locale: request.headers["accept-language"] };
  const wish = wishSchema.safeParse(readJson(request.body)?.value).data;
  return wish === undefined ? undefined : { locale: wish.locale ?? undefined };
};

/**
 * For our own page only: a first visit gets new ids and a token; a returning one shows its last token, also an expired
 * one, and keeps its conversation. A token that is forged or too old simply starts anew.
 */
const session =
  (tokens: Tokens, newId: NewId) =>
  async (request: WebRequest): Promise<WebReply> => {
    const wish = localeWished(request);
    if (wish === undefined) return refuse("BadRequest");
    const token = bearer(request);
    const kept = token === undefined ? undefined : await tokens.readOld(token);
    const fresh = newPass(newId, wish.locale);
    const pass =
      kept === undefined
        ? fresh
        : {
            user: kept.user,
            conversation: kept.conversation,
            language: wish.locale === undefined ? kept.language : fresh.language,
          };
    return {
      status: 200,
      body: {
        conversationId: pass.conversation,
        userId: pass.user,
        token: await tokens.issue(pass),
        expires_in: TOKEN_SECONDS,
        resumed: kept !== undefined,
      },
    };
  };

export const sessionRoutes = (tokens: Tokens, newId: NewId): readonly WebRoute[] => [
  { method: "POST", path: "/web-chat/session", handle: session(tokens, newId) },
  { method: "GET", path: "/web-chat/session", handle: session(tokens, newId) },
];
