import type { createOutgoing } from "../../../src/outgoing/create-outgoing.ts";
import { channelContract } from "../../contract/channel.contract.ts";
import type { OpenedChannel, RawRequest } from "../../contract/channel-harness.ts";
import { startFakeConnector } from "../../fakes/fake-connector/start-fake-connector.ts";
import { outgoingTo } from "../../fakes/outgoing-to.ts";
import { readPayloads } from "../read-payloads.ts";
import { botCustomer } from "./bot-customer.ts";
import { callerTokens } from "./caller-tokens.ts";
import { APP_ID, SERVICE_URL, startIssuer } from "./start-issuer.ts";

/** When the suite's clock starts. */
const START = Date.parse("2026-01-12T01:00:00.000Z");

const payloads = readPayloads("bot-framework");
const fieldOf = (body: Buffer, name: string): string | undefined =>
  new RegExp(`"${name}":"([^"]*)"`).exec(body.toString())?.[1];
const all = (name: string) => [...new Set(payloads.flatMap((body) => fieldOf(body, name) ?? []))];

const issuer = await startIssuer(all("channelId"));
const connector = await startFakeConnector({ needsToken: true });
const tokens = new Map(
  await Promise.all(all("serviceUrl").map(async (url) => [url, await callerTokens(issuer, url, START)] as const)),
);

/** The tokens for the service that the body names; what names none of them comes from Teams. */
const tokensFor = (body: Buffer) => {
  const found = tokens.get(fieldOf(body, "serviceUrl") ?? "") ?? tokens.get(SERVICE_URL);
  if (found === undefined) throw new Error("no tokens were made");
  return found;
};

const request = (body: Buffer, authorization = `Bearer ${tokensFor(body).good}`): RawRequest => ({
  method: "POST",
  path: "/api/messages",
  headers: { "content-type": "application/json; charset=utf-8", ...(authorization === "" ? {} : { authorization }) },
  body,
});

const isIssuer = (hosts: readonly string[]): boolean => hosts.includes("login.botframework.com");
const outgoing: typeof createOutgoing = (rules) =>
  outgoingTo(isIssuer(rules.hosts) ? issuer.url : connector.address)(rules);

async function open(address: string): Promise<OpenedChannel> {
  return {
    customer: (name) => botCustomer({ address, connector, request }, name),
    request,
    // Good tokens of another service or for another far channel are in tokens.test.ts.
    forged: (body) => [
      ["no token", request(body, "")],
      ["another scheme", request(body, `Basic ${tokensFor(body).good}`)],
      ...tokensFor(body).bad.map(([what, token]) => [what, request(body, `Bearer ${token}`)] as const),
    ],
    close: async () => undefined,
  };
}

channelContract({
  name: "bot-framework",
  settings: {
    MICROSOFT_APP_ID: APP_ID,
    MICROSOFT_APP_PASSWORD: "client-secret-of-the-tests",
    MICROSOFT_APP_TENANT_ID: "tenant-1",
  },
  outgoing,
  push: "free",
  knowsReplays: true,
  payloads,
  open,
});
