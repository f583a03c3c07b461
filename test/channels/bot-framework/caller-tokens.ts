import { createHmac } from "node:crypto";
import type { JWTPayload } from "jose";
import { goodClaims, type startIssuer } from "./start-issuer.ts";

/** Tokens for one service address: a good one, and such that are wrong in one thing each. */
export interface CallerTokens {
  readonly good: string;
  readonly bad: readonly (readonly [what: string, token: string])[];
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Tokens of the issuer for calls from `serviceUrl` that begin at `nowMs`. */
export async function callerTokens(
  issuer: Awaited<ReturnType<typeof startIssuer>>,
  serviceUrl: string,
  nowMs: number,
): Promise<CallerTokens> {
  const claims: JWTPayload = { ...goodClaims(nowMs), serviceurl: serviceUrl };
  const seconds = Math.floor(nowMs / 1_000);
  const [good, otherKey, audience, issued, expired, early] = await Promise.all([
    issuer.sign(claims),
    issuer.sign(claims, {}, issuer.otherKey),
    issuer.sign({ ...claims, aud: "11111111-2222-4333-8444-555555555555" }),
    issuer.sign({ ...claims, iss: "https://evil.example/" }),
    issuer.sign({ ...claims, exp: seconds - 3_600 }),
    issuer.sign({ ...claims, nbf: seconds + 3_600 }),
  ]);
  const [head, , signature] = good.split(".");
  const symmetric = `${base64({ alg: "HS256", kid: "k1" })}.${base64(claims)}`;
  return {
    good,
    bad: [
      ["a token of another key", otherKey],
      ["a token for another bot", audience],
      ["a token of another issuer", issued],
      ["a token that has ended", expired],
      ["a token that has not begun", early],
      ["a token with a changed claim", `${head}.${base64({ ...claims, exp: seconds + 99_999 })}.${signature}`],
      ["a token that nobody signed", `${base64({ alg: "none", kid: "k1" })}.${base64(claims)}.`],
      [
        "a token signed with the public key",
        `${symmetric}.${createHmac("sha256", JSON.stringify(issuer.publicJwk)).update(symmetric).digest("base64url")}`,
      ],
      ["half a token", good.slice(0, good.length / 2)],
    ],
  };
}
