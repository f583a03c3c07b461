import { decodeProtectedHeader } from "jose/decode/protected_header";
import { jwtVerify } from "jose/jwt/verify";
import type { Clock } from "../../ports/clock.ts";
import type { ConversationReference } from "./conversation-reference.ts";
import type { KeyRing } from "./create-key-ring.ts";

/** Who sent a request, as far as its token proves it. */
export type Caller =
  | { readonly kind: "channel"; readonly serviceUrl: string; readonly endorsements: readonly string[] }
  /** Anybody on this machine. */
  | { readonly kind: "development" }
  | { readonly kind: "refused" }
  /** The issuer's keys cannot be had now. */
  | { readonly kind: "unavailable" };

export type VerifyCaller = (authorization: string | undefined) => Promise<Caller>;

export const ISSUER = "https://api.botframework.com";
const SKEW_SECONDS = 300;

const REFUSED: Caller = { kind: "refused" };

/**
 * Checks the token of the Azure Bot Service whole: algorithm, signature, issuer, audience, expiry and not-before. There is
 * no way to leave one out.
 */
export const createVerifyCaller =
  (appId: string, keys: KeyRing, clock: Clock): VerifyCaller =>
  async (authorization) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    const kid = token === undefined ? undefined : kidOf(token);
    if (token === undefined || kid === undefined) return REFUSED;
    const found = await keys.find(kid);
    if (found === "unavailable") return { kind: "unavailable" };
    if (found === "unknown") return REFUSED;
    try {
      const { payload } = await jwtVerify(token, found.key, {
        algorithms: ["RS256"],
        issuer: ISSUER,
        audience: appId,
        clockTolerance: SKEW_SECONDS,
        currentDate: new Date(clock.now()),
        requiredClaims: ["exp"],
      });
      const { serviceurl: serviceUrl } = payload;
      return typeof serviceUrl === "string"
        ? { kind: "channel", serviceUrl, endorsements: found.endorsements }
        : REFUSED;
    } catch {
      return REFUSED;
    }
  };

function kidOf(token: string): string | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return alg === "RS256" ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the caller may speak for what the activity says: its key is endorsed for the channel, its token for the service. */
export function speaksFor(
  caller: Caller,
  { serviceUrl, channelId }: Pick<ConversationReference, "serviceUrl" | "channelId">,
): boolean {
  switch (caller.kind) {
    case "development":
      return true;
    case "channel":
      return caller.serviceUrl === serviceUrl && caller.endorsements.includes(channelId);
    case "refused":
    case "unavailable":
      return false;
  }
}
