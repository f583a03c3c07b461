import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { channelContract } from "../../contract/channel.contract.ts";
import type { ContractCustomer, OpenedChannel, RawRequest } from "../../contract/channel-harness.ts";
import { AUTHORIZATION, type FakeNaver, startFakeNaver } from "../../fakes/fake-naver.ts";
import { outgoingTo } from "../../fakes/outgoing-to.ts";

const FOLDER = new URL("payloads/", import.meta.url);
const SECRET = "path-secret-of-the-tests-0123456789";

const PAYLOADS: readonly Buffer[] = readdirSync(FOLDER)
  .sort()
  .map((name) => (JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as { body: unknown }).body)
  .map((body) => Buffer.from(JSON.stringify(body)));

const request = (body: Buffer, secret: string = SECRET): RawRequest => ({
  method: "POST",
  path: `/channels/naver/${secret}`,
  headers: { "content-type": "application/json;charset=UTF-8" },
  body,
});

async function openCustomer(address: string, naver: FakeNaver, name: string): Promise<ContractCustomer> {
  const user = createHash("sha256").update(name).digest("base64url").slice(0, 22);
  const post = async (event: object): Promise<void> => {
    const { path, headers, body } = request(Buffer.from(JSON.stringify({ user, partner: "wc8b1i", ...event })));
    const reply = await fetch(`${address}${path}`, { method: "POST", headers, body: new Uint8Array(body) });
    if (reply.status !== 200) throw new Error(`answered ${reply.status}`);
    const fault = naver.answered(user, await reply.text());
    if (fault !== undefined) throw new Error(`Naver would not show it: ${fault}`);
  };
  const said = (textContent: object) => post({ event: "send", textContent, options: { mobile: true } });
  const say = (text: string) => said({ text, inputType: "typing" });
  await post({ event: "open", options: { inflow: "list", under14: false, under19: false } });
  return {
    say,
    press: (label) => {
      const button = naver
        .shownTo(user)
        .at(-1)
        ?.buttons.find(({ code }) => code === `say:${label}`);
      return said({ text: button?.title ?? label, code: button?.code, inputType: "button" });
    },
    // Something on the way brought the request twice.
    sayTwice: async (text) => {
      await Promise.all([say(text), say(text)]);
    },
    sayOutOfOrder: async (first, second) => {
      await say(second);
      await say(first);
    },
    shown: async () =>
      naver.shownTo(user).map(({ text, buttons }) => ({ text, buttons: buttons.map(({ code }) => code.slice(4)) })),
  };
}

const naver = await startFakeNaver();

async function open(address: string): Promise<OpenedChannel> {
  return {
    customer: (name) => openCustomer(address, naver, name),
    request,
    forged: (body) => [
      ["no secret", { ...request(body), path: "/channels/naver" }],
      ["an empty secret", request(body, "")],
      ["another secret", request(body, `${SECRET.slice(0, -1)}x`)],
      ["the beginning of the secret", request(body, SECRET.slice(0, -1))],
    ],
    close: async () => undefined,
  };
}

channelContract({
  name: "naver",
  settings: {
    NAVER_TALK_AUTHORIZATION: AUTHORIZATION,
    NAVER_TALK_PATH_SECRET: SECRET,
    NAVER_TALK_SOURCES: "127.0.0.1",
  },
  outgoing: outgoingTo(naver.url),
  push: "free",
  knowsReplays: false,
  payloads: PAYLOADS,
  open,
});
