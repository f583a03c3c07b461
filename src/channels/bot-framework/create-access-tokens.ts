import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import { readJson } from "../../wording/read-json.ts";
import type { Registration } from "./bot-framework-settings.ts";

/** Our own tokens for the connectors. */
export interface AccessTokens {
  /** Undefined when none can be had now. */
  get(): Promise<string | undefined>;
  /** A connector did not take this one. */
  drop(token: string): void;
}

export interface AccessTokenParts {
  readonly registration: Registration;
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  /** `https://login.microsoftonline.com` */
  readonly authority: string;
}

/** Tenant of multi-tenant registrations. */
const SHARED_TENANT = "botframework.com";
const SCOPE = "https://api.botframework.com/.default";
const RENEW_BEFORE_MS = 5 * 60_000;
const RETRY_AFTER_FAILURE_MS = 5_000;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** One token at a time, renewed before it ends, and fetched once however many ask. */
export function createAccessTokens(parts: AccessTokenParts): AccessTokens {
  const nowMs = (): number => Date.parse(parts.clock.now());
  let held: { readonly token: string; readonly untilMs: number } | undefined;
  let mayTryAtMs = 0;
  let running: Promise<void> | undefined;
  const renew = async (): Promise<void> => {
    const grant = await askForToken(parts);
    if (grant === undefined) mayTryAtMs = nowMs() + RETRY_AFTER_FAILURE_MS;
    else held = { token: grant.access_token, untilMs: nowMs() + grant.expires_in * 1_000 };
  };
  return {
    get: async () => {
      const leftMs = (held?.untilMs ?? 0) - nowMs();
      if (held !== undefined && leftMs > RENEW_BEFORE_MS) return held.token;
      if (nowMs() >= mayTryAtMs) {
        running ??= renew().finally(() => {
          running = undefined;
        });
        await running;
      }
      return held !== undefined && held.untilMs > nowMs() ? held.token : undefined;
    },
    drop: (token) => {
      if (held?.token === token) held = undefined;
    },
  };
}

async function askForToken({ registration, outgoing, authority }: AccessTokenParts) {
  const answer = await outgoing({
    method: "POST",
    url: `${authority}/${encodeURIComponent(registration.tenantId ?? SHARED_TENANT)}/oauth2/v2.0/token`,
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: registration.appId,
      client_secret: registration.password,
      scope: SCOPE,
    }).toString(),
  });
  if (answer.kind !== "answered" || answer.status !== 200) return undefined;
  return grantSchema.safeParse(readJson(Buffer.from(answer.body))?.value).data;
}
