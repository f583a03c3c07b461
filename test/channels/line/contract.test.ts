import { readdirSync, readFileSync } from "node:fs";
import { channelContract } from "../../contract/channel.contract.ts";
import type { ContractCustomer, OpenedChannel, RawRequest } from "../../contract/channel-harness.ts";
import { ACCESS_TOKEN, type FakeLine, startFakeLine } from "../../fakes/fake-line.ts";
import { outgoingTo } from "../../fakes/outgoing-to.ts";
import { bodyOf, event, SECRET, sign, textEvent, userId } from "./events.ts";

const FOLDER = new URL("payloads/", import.meta.url);

const PAYLOADS: readonly Buffer[] = readdirSync(FOLDER)
  .sort()
  .map((name) => (JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as { body: unknown }).body)
  .map((body) => Buffer.from(JSON.stringify(body)));

const request = (body: Buffer, signature: string | undefined = sign(body)): RawRequest => ({
  method: "POST",
  path: "/channels/line",
  headers: {
    "content-type": "application/json; charset=utf-8",
    ...(signature === "" ? {} : { "x-line-signature": signature }),
  },
  body,
});

async function openCustomer(address: string, line: FakeLine, name: string): Promise<ContractCustomer> {
  const user = userId(name);
  const post = async (...events: readonly object[]): Promise<void> => {
    const { path, headers, body } = request(bodyOf(...events));
    const { status } = await fetch(`${address}${path}`, { method: "POST", headers, body: new Uint8Array(body) });
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  const said = (text: string, parts: object = {}) =>
    textEvent(user, text, { replyToken: line.tokenFor(user), ...parts });
  await post(event(user, { type: "follow", follow: { isUnblocked: false }, replyToken: line.tokenFor(user) }));
  return {
    say: (text) => post(said(text)),
    press: (button) =>
      post(
        said(
          line
            .shownTo(user)
            .at(-1)
            ?.buttons.find(({ label }) => label === button)?.text ?? button,
        ),
      ),
    sayTwice: async (text) => {
      const once = said(text);
      const again = { ...once, deliveryContext: { isRedelivery: true } };
      await Promise.all([post(once), post(again)]);
      await post(again);
    },
    // The first one's webhook failed, and it comes again later with its own time.
    sayOutOfOrder: async (first, second) => {
      const missed = said(first, { timestamp: Date.parse("2026-01-12T00:59:00.000Z") });
      await post(said(second));
      await post({ ...missed, deliveryContext: { isRedelivery: true } });
    },
    shown: async () =>
      line.shownTo(user).map(({ text, buttons }) => ({ text, buttons: buttons.map(({ label }) => label) })),
  };
}

const line = await startFakeLine();

async function open(address: string): Promise<OpenedChannel> {
  return {
    customer: (name) => openCustomer(address, line, name),
    request,
    forged: (body) => [
      ["no signature", request(body, "")],
      ["a signature that is none", request(body, "not base64 at all")],
      ["a signature under another secret", request(body, sign(body, "another secret"))],
      ["the signature of another body", request(body, sign(Buffer.concat([body, Buffer.from(" ")])))],
      ["half a signature", request(body, sign(body).slice(0, 20))],
    ],
    close: async () => undefined,
  };
}

channelContract({
  name: "line",
  settings: { LINE_CHANNEL_SECRET: SECRET, LINE_CHANNEL_ACCESS_TOKEN: ACCESS_TOKEN },
  outgoing: outgoingTo(line.url),
  push: "free",
  knowsReplays: true,
  payloads: PAYLOADS,
  open,
});
