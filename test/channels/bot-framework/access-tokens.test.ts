import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccessTokens } from "../../../src/channels/bot-framework/create-access-tokens.ts";
import { createOutgoing } from "../../../src/outgoing/create-outgoing.ts";
import { createMovingClock } from "../web-chat/start-web-chat.ts";
import { activity, startBot } from "./start-bot.ts";
import { startConnector } from "./start-connector.ts";
import { APP_ID, goodClaims, startIssuer } from "./start-issuer.ts";

let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeEach(async () => {
  issuer = await startIssuer();
}, 30_000);
afterEach(() => issuer.close());

const registration = { appId: APP_ID, tenantId: "tenant-1", password: "p4ss&word" };

const tokensOf = (more: object = {}) => {
  const clock = createMovingClock();
  const outgoing = createOutgoing({ hosts: [], loopback: true });
  const tokens = createAccessTokens({
    registration: { ...registration, ...more },
    outgoing,
    clock,
    authority: issuer.url,
  });
  return { clock, tokens };
};

describe("our own tokens", () => {
  it("are asked for with the app's own id and secret, in its tenant", async () => {
    const { tokens } = tokensOf();
    expect(await tokens.get()).toBe("token-1");
    const [form] = issuer.served.forms;
    expect(form).toMatch(/^\/tenant-1\/oauth2\/v2\.0\/token\?/);
    const fields = new URLSearchParams(form?.slice(form.indexOf("?")));
    expect(Object.fromEntries(fields)).toEqual({
      grant_type: "client_credentials",
      client_id: APP_ID,
      client_secret: "p4ss&word",
      scope: "https://api.botframework.com/.default",
    });
  });

  it("are fetched once, however many ask at once", async () => {
    const { tokens } = tokensOf();
    expect(new Set(await Promise.all(Array.from({ length: 50 }, () => tokens.get())))).toEqual(new Set(["token-1"]));
    expect(issuer.served.tokens).toBe(1);
  });

  it("are renewed five minutes before they end", async () => {
    const { clock, tokens } = tokensOf();
    await tokens.get();
    clock.advance(3_600 - 301);
    expect(await tokens.get()).toBe("token-1");
    clock.advance(2);
    expect(await tokens.get()).toBe("token-2");
  });

  it("are used to their end while no new one can be had, and a broken issuer is not hammered", async () => {
    const { clock, tokens } = tokensOf();
    await tokens.get();
    issuer.served.broken = true;
    clock.advance(3_400);
    for (let n = 0; n < 20; n += 1) expect(await tokens.get()).toBe("token-1");
    expect(issuer.served.tokens).toBe(2);
    clock.advance(200);
    expect(await tokens.get()).toBeUndefined();
    issuer.served.broken = false;
    clock.advance(6);
    expect(await tokens.get()).toBe("token-4");
  });

  it("are dropped when a connector refuses one, but a newer one is kept", async () => {
    const { tokens } = tokensOf();
    await tokens.get();
    tokens.drop("token-1");
    expect(await tokens.get()).toBe("token-2");
    tokens.drop("token-1");
    expect(await tokens.get()).toBe("token-2");
  });
});

describe("a reply of a registered bot", () => {
  it("carries the token, and is sent again with a new one when the connector refuses it", async () => {
    const connector = await startConnector();
    const settings = { kind: "registered", registration } as const;
    const bot = await startBot({ settings, issuer, running: false });
    connector.faults.push((response) => response.writeHead(401).end());
    const token = await issuer.sign({ ...goodClaims(Date.parse(bot.clock.now())), serviceurl: connector.url });
    expect((await bot.post(activity(connector.url), { authorization: `Bearer ${token}` })).status).toBe(200);
    await bot.handle();
    await bot.deliver();
    bot.clock.advance(2);
    await bot.deliver();
    expect(connector.posted.map(({ authorization }) => authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
    await bot.close();
    connector.close();
  }, 60_000);
});
