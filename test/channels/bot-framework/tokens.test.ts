import { createHmac } from "node:crypto";
import { request } from "node:http";
import { type CryptoKey, exportSPKI, importJWK } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BotFrameworkSettings } from "../../../src/channels/bot-framework/bot-framework-settings.ts";
import { activity, type RunningBot, startBot } from "./start-bot.ts";
import { APP_ID, goodClaims, SERVICE_URL, startIssuer } from "./start-issuer.ts";

const registered: BotFrameworkSettings = {
  kind: "registered",
  registration: { appId: APP_ID, tenantId: "tenant-1", password: "p4ss" },
};

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let bot: RunningBot;
let ids = 0;

beforeAll(async () => {
  issuer = await startIssuer();
  bot = await startBot({ settings: registered, issuer, hosts: ["smba.trafficmanager.net"], running: false });
  // The first start reads the content.
}, 60_000);
afterAll(async () => {
  await bot.close();
  issuer.close();
});

const now = (): number => Date.parse(bot.clock.now());
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const fresh = (more: object = {}) => activity(SERVICE_URL, { id: `a-${++ids}`, ...more });
const send = async (token: string | undefined, more: object = {}): Promise<number> =>
  (await bot.post(fresh(more), token === undefined ? {} : { authorization: `Bearer ${token}` })).status;
const signed = (spoiled: Readonly<Record<string, unknown>> = {}, header: object = {}): Promise<string> =>
  issuer.sign({ ...goodClaims(now()), ...spoiled }, header);
const stored = async (): Promise<number> => (await bot.store.lease())?.pending.length ?? 0;

describe("a token of the Azure Bot Service", () => {
  it("lets an activity in", async () => {
    expect(await send(await signed())).toBe(200);
    const lease = await bot.store.lease();
    expect(lease?.pending).toHaveLength(1);
    if (lease !== undefined) await bot.store.commit(lease, { ...nothing, handled: lease.pending[0]?.seq ?? 0 });
  });
});

const nothing = {
  state: {} as never,
  log: [],
  deliveries: [],
  record: { outcome: "ignored", contentHash: "", basis: [] },
} as const;

describe("refused, and nothing of it is stored", () => {
  beforeEach(async () => expect(await stored()).toBe(0));

  const refused = (
    name: string,
    token: () => string | undefined | Promise<string | undefined>,
    more = {},
    status = 401,
  ) =>
    it(name, async () => {
      expect(await send(await token(), more)).toBe(status);
      expect(await stored()).toBe(0);
    });

  refused("no token", () => undefined);
  refused("an empty token", () => "");
  refused("not a token", () => "abc.def");
  refused("alg none", () => `${base64({ alg: "none", kid: "k1" })}.${base64(goodClaims(now()))}.`);
  refused("alg none with a signature", () => `${base64({ alg: "none", kid: "k1" })}.${base64(goodClaims(now()))}.AAAA`);
  refused("HS256 with the public key as secret", async () => {
    const key = await importJWK(issuer.publicJwk, "RS256");
    const pem = await exportSPKI(key as CryptoKey);
    const body = `${base64({ alg: "HS256", kid: "k1" })}.${base64(goodClaims(now()))}`;
    return `${body}.${createHmac("sha256", pem).update(body).digest("base64url")}`;
  });
  refused("a signature of another key", () => issuer.sign(goodClaims(now()), {}, issuer.otherKey));
  refused("a changed claim", async () => {
    const [head, , signature] = (await signed()).split(".");
    return `${head}.${base64({ ...goodClaims(now()), serviceurl: "https://smba.trafficmanager.net/x/" })}.${signature}`;
  });
  refused("a wrong audience", () => signed({ aud: "11111111-2222-4333-8444-555555555555" }));
  refused("no audience", () => signed({ aud: undefined }));
  refused("a wrong issuer", () => signed({ iss: "https://evil.example/" }));
  refused("the issuer of ordinary company tokens", () => signed({ iss: "https://sts.windows.net/tenant-1/" }));
  refused("no issuer", () => signed({ iss: undefined }));
  refused("an unknown key", () => signed({}, { kid: "k9" }));
  refused("no key id", () => signed({}, { kid: undefined }));
  refused("expired", () => signed({ exp: Math.floor(now() / 1000) - 301 }));
  refused("without an end", () => signed({ exp: undefined }));
  refused("not yet valid", () => signed({ nbf: Math.floor(now() / 1000) + 301 }));
  refused("no service address in the token", () => signed({ serviceurl: undefined }));
  refused(
    "another service address than the activity's",
    () => signed({ serviceurl: "https://a.botframework.com/" }),
    {},
    403,
  );
  refused(
    "an activity that names another service address",
    () => signed(),
    { serviceUrl: "https://evil.example/" },
    403,
  );
  refused("a key that is not endorsed for the channel", () => signed(), { channelId: "sms" }, 403);
  refused(
    "a service address that we would not call",
    () => signed({ serviceurl: "https://evil.example/" }),
    {
      serviceUrl: "https://evil.example/",
    },
    403,
  );
  refused(
    "a service address on this network",
    () => signed({ serviceurl: "https://10.0.0.1/" }),
    {
      serviceUrl: "https://10.0.0.1/",
    },
    403,
  );

  it("a key without endorsements", async () => {
    issuer.keys.push({ ...issuer.publicJwk, kid: "bare", use: "sig" });
    bot.clock.advance(61);
    expect(await send(await signed({}, { kid: "bare" }))).toBe(403);
    issuer.keys.pop();
  });

  it.each(["Basic abc", "Bearer", "Bearer a.b.c, Bearer d.e.f"])(
    "another scheme or shape: %s",
    async (authorization) => {
      expect((await bot.post(fresh(), { authorization })).status).toBe(401);
    },
  );

  it("two Authorization headers, even when both are good", async () => {
    const token = await signed();
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${bot.url}/api/messages`, { method: "POST" }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject);
      asked.setHeader("authorization", [`Bearer ${token}`, `Bearer ${token}`]);
      asked.end(JSON.stringify(fresh()));
    });
    expect(status).toBe(400);
    expect(await stored()).toBe(0);
  });
});

describe("clocks that differ by less than five minutes", () => {
  it("do not matter", async () => {
    const seconds = Math.floor(now() / 1000);
    expect(await send(await signed({ exp: seconds - 290 }), { type: "typing" })).toBe(200);
    expect(await send(await signed({ nbf: seconds + 290 }), { type: "typing" })).toBe(200);
  });
});

describe("the issuer's keys", () => {
  it("are asked for at most once a minute, however many unknown key ids come", async () => {
    bot.clock.advance(61);
    const before = issuer.served.keys;
    const token = await signed({}, { kid: "made-up" });
    const tries = Array.from({ length: 50 }, () => send(token));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([401]));
    expect(issuer.served.keys - before).toBe(1);
    bot.clock.advance(59);
    await send(token);
    expect(issuer.served.keys - before).toBe(1);
    bot.clock.advance(2);
    await send(token);
    expect(issuer.served.keys - before).toBe(2);
  });

  it("are taken anew when the issuer has changed them", async () => {
    bot.clock.advance(61);
    issuer.keys.push({ ...issuer.publicJwk, kid: "k2", use: "sig", endorsements: ["msteams"] });
    expect(await send(await signed({}, { kid: "k2" }), { type: "typing" })).toBe(200);
  });

  it("are believed for days while the issuer cannot be reached, and then no more", async () => {
    issuer.served.broken = true;
    bot.clock.advance(4 * 24 * 3_600);
    expect(await send(await signed(), { type: "typing" })).toBe(200);
    bot.clock.advance(24 * 3_600);
    expect(await send(await signed(), { type: "typing" })).toBe(503);
    issuer.served.broken = false;
    bot.clock.advance(6);
    expect(await send(await signed(), { type: "typing" })).toBe(200);
  });
});
