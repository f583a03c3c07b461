import { z } from "zod";
import { conversationId } from "../../core/ids.ts";
import type { NewId } from "../../ports/new-id.ts";
import type { WebReply, WebRequest, WebRoute } from "../../ports/web.ts";
import { isSameSecret } from "../../privacy/is-same-secret.ts";
import { languageOfLocale } from "../../wording/language-of-locale.ts";
import { readJson } from "../../wording/read-json.ts";
import { bearer, withPass } from "./authorize.ts";
import { refuse } from "./direct-line-error.ts";
import { type Pass, TOKEN_SECONDS, type Tokens } from "./tokens.ts";

export interface TokenParts {
  readonly tokens: Tokens;
  readonly newId: NewId;
  /** Off when absent. */
  readonly secret: string | undefined;
}

const generateSchema = z.object({
  user: z.object({ id: z.string().startsWith("dl_").max(100) }).nullish(),
  locale: z.string().nullish(),
});

/** A new customer in a new conversation; both ids are unguessable. */
export const newPass = (newId: NewId, locale: string | null | undefined): Pass => ({
  user: `dl_${newId()}`,
  conversation: conversationId(newId()),
  language: languageOfLocale(locale) ?? "ko",
});

export const tokenReply = async (tokens: Tokens, pass: Pass): Promise<WebReply> => ({
  status: 200,
  body: { conversationId: pass.conversation, token: await tokens.issue(pass), expires_in: TOKEN_SECONDS },
});

const generate =
  (parts: TokenParts) =>
  async (request: WebRequest): Promise<WebReply> => {
    if (parts.secret === undefined) return refuse("SecretOff");
    const given = bearer(request);
    if (given === undefined) return refuse("NoToken");
    if (!isSameSecret(given, parts.secret)) return refuse("TokenRefused");
    const json = request.body.length === 0 ? { value: {} } : readJson(request.body);
    const wish = json === undefined ? undefined : generateSchema.safeParse(json.value).data;
    if (wish === undefined) return refuse("BadRequest");
    const pass = newPass(parts.newId, wish.locale);
    return tokenReply(parts.tokens, { ...pass, user: wish.user?.id ?? pass.user });
  };

/** `tokens/generate` for a company's own server, `tokens/refresh` for everybody with an unexpired token. */
export const tokenRoutes = (parts: TokenParts): readonly WebRoute[] => [
  { method: "POST", path: "/v3/directline/tokens/generate", handle: generate(parts) },
  {
    method: "POST",
    path: "/v3/directline/tokens/refresh",
    handle: withPass(parts.tokens, (pass) => tokenReply(parts.tokens, pass)),
  },
];
