import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { ISSUER } from "../../../src/channels/bot-framework/verify-caller.ts";

/** Where the real issuer's configuration and keys are. */
const REAL = "https://login.botframework.com/v1/.well-known";

export const APP_ID = "5f1c3f0a-6f8e-4a53-9c4e-0d8f5f1f7a11";
export const SERVICE_URL = "https://smba.trafficmanager.net/kr/";

const MINUTE = 60;

/** Claims of a good token; a test spoils one of them. */
export const goodClaims = (nowMs: number): JWTPayload => ({
  iss: ISSUER,
  aud: APP_ID,
  serviceurl: SERVICE_URL,
  nbf: Math.floor(nowMs / 1000) - MINUTE,
  exp: Math.floor(nowMs / 1000) + 60 * MINUTE,
});

/** The issuer of the Bot Framework's tokens, on this machine: OpenID configuration, keys, and tokens for apps. */
export async function startIssuer(endorsements: readonly string[] = ["msteams", "webchat", "telegram"]) {
  const pair = await generateKeyPair("RS256", { extractable: true });
  const other = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const served = { keys: 0, metadata: 0, tokens: 0, broken: false, expiresIn: 3_600, forms: [] as string[] };
  const keys: object[] = [{ ...jwk, kid: "k1", use: "sig", endorsements }];
  const server = createServer((request, response) => {
    const json = (body: unknown): void => {
      response.writeHead(served.broken ? 500 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const path = request.url ?? "";
    if (path === "/openid" || path.endsWith("/openidconfiguration")) {
      served.metadata += 1;
      json({ issuer: ISSUER, jwks_uri: path === "/openid" ? `${url}/keys` : `${REAL}/keys` });
    } else if (path.endsWith("/keys")) {
      served.keys += 1;
      json({ keys });
    } else {
      let form = "";
      request.on("data", (chunk) => {
        form += chunk;
      });
      request.on("end", () => {
        served.tokens += 1;
        served.forms.push(`${path}?${form}`);
        json({ token_type: "Bearer", access_token: `token-${served.tokens}`, expires_in: served.expiresIn });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    url,
    metadataUrl: `${url}/openid`,
    served,
    keys,
    publicJwk: jwk,
    otherKey: other.privateKey,
    /** A token of the issuer; `header` and `key` may be spoiled. */
    sign: (claims: JWTPayload, header: object = {}, key = pair.privateKey): Promise<string> =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "k1", typ: "JWT", ...header }).sign(key),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
