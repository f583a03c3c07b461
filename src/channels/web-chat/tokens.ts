import type { JWTPayload } from "jose";
import { SignJWT } from "jose/jwt/sign";
import { jwtVerify } from "jose/jwt/verify";
import { z } from "zod";
import { type ConversationId, conversationId } from "../../core/ids.ts";
import { LANGUAGES, type Language } from "../../core/language.ts";
import type { Clock } from "../../ports/clock.ts";

/** Who may do what: one customer, in one conversation. */
export interface Pass {
  readonly user: string;
  readonly conversation: ConversationId;
  /** Language of the page that asked for it. */
  readonly language: Language;
}

/** Signs and checks the tokens of Direct Line. Every `read…` answers undefined for what is forged, foreign or too old. */
export interface Tokens {
  issue(pass: Pass): Promise<string>;
  read(token: string): Promise<Pass | undefined>;
  /** Also takes an expired token, up to 14 days after it was issued: a reload then keeps the conversation. */
  readOld(token: string): Promise<Pass | undefined>;
  /** Opens one stream; lives for a minute, because it stands in an address. */
  issueTicket(pass: Pass): Promise<string>;
  readTicket(ticket: string): Promise<Pass | undefined>;
}

export const TOKEN_SECONDS = 1_800;
const TICKET_SECONDS = 60;
const OLD_TOKEN_SECONDS = 14 * 24 * 3_600;
const TOKEN_AUDIENCE = "direct-line";
const TICKET_AUDIENCE = "direct-line-stream";

const claimsSchema = z.object({
  user: z.string().min(1),
  conv: z.string().min(1),
  lang: z.enum(LANGUAGES),
  iat: z.number(),
});

const toPass = (payload: JWTPayload): (Pass & { readonly issuedAt: number }) | undefined => {
  const claims = claimsSchema.safeParse(payload).data;
  if (claims === undefined) return undefined;
  return {
    user: claims.user,
    conversation: conversationId(claims.conv),
    language: claims.lang,
    issuedAt: claims.iat,
  };
};

export const createTokens = (key: Uint8Array, clock: Clock): Tokens => {
  const now = (): Date => new Date(clock.now());
  const seconds = (): number => Math.floor(now().getTime() / 1000);

  const sign = (pass: Pass, audience: string, lifeSeconds: number): Promise<string> =>
    new SignJWT({ user: pass.user, conv: pass.conversation, lang: pass.language })
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setAudience(audience)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + lifeSeconds)
      .sign(key);

  const verify = async (token: string, audience: string, currentDate: Date) => {
    try {
      const options = { algorithms: ["HS256"], audience, currentDate, requiredClaims: ["exp", "iat"] };
      return toPass((await jwtVerify(token, key, options)).payload);
    } catch {
      return undefined;
    }
  };

  return {
    issue: (pass) => sign(pass, TOKEN_AUDIENCE, TOKEN_SECONDS),
    read: (token) => verify(token, TOKEN_AUDIENCE, now()),
    readOld: async (token) => {
      const pass = await verify(token, TOKEN_AUDIENCE, new Date(0));
      return pass !== undefined && seconds() - pass.issuedAt <= OLD_TOKEN_SECONDS ? pass : undefined;
    },
    issueTicket: (pass) => sign(pass, TICKET_AUDIENCE, TICKET_SECONDS),
    readTicket: (ticket) => verify(ticket, TICKET_AUDIENCE, now()),
  };
};
