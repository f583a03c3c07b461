import { channelContract } from "../../contract/channel.contract.ts";
import type { ChannelHarness, ContractCustomer, OpenedChannel, RawRequest } from "../../contract/channel-harness.ts";
import { PAYLOADS } from "./payloads.ts";

interface Activity {
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
}

async function openCustomer(
  address: string,
): Promise<ContractCustomer & { readonly id: string; readonly token: string }> {
  let said = 0;
  const session = await fetch(`${address}/web-chat/session`, { method: "POST", body: '{"locale":"ko-KR"}' });
  const { token, conversationId } = (await session.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  await fetch(`${address}/v3/directline/conversations`, { method: "POST", headers });
  const activities = `${address}/v3/directline/conversations/${conversationId}/activities`;
  const post = async (text: string, id: string): Promise<void> => {
    const body = JSON.stringify({ type: "message", text, from: { id: "me" }, channelData: { clientActivityID: id } });
    const { status } = await fetch(activities, { method: "POST", headers, body });
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  const say = (text: string): Promise<void> => post(text, `m-${++said}`);
  return {
    id: conversationId,
    token,
    say,
    press: say,
    sayTwice: async (text) => {
      await Promise.all([post(text, "twice"), post(text, "twice")]);
      await post(text, "twice");
    },
    sayOutOfOrder: async (first, second) => {
      await say(second);
      await say(first);
    },
    shown: async () => {
      const all = (await (await fetch(activities, { headers })).json()) as { activities: readonly Activity[] };
      return all.activities
        .filter(({ from }) => from.role === "bot")
        .map(({ text = "", suggestedActions }) => ({
          text,
          buttons: suggestedActions?.actions.map(({ title }) => title) ?? [],
        }));
    },
  };
}

async function open(address: string): Promise<OpenedChannel> {
  const poster = await openCustomer(address);
  const other = await openCustomer(address);
  const request = (body: Buffer, authorization: string | undefined = `Bearer ${poster.token}`): RawRequest => ({
    method: "POST",
    path: `/v3/directline/conversations/${poster.id}/activities`,
    headers: { "content-type": "application/json", ...(authorization === "" ? {} : { authorization }) },
    body,
  });
  return {
    customer: () => openCustomer(address),
    request,
    forged: (body) => [
      ["no token", request(body, "")],
      ["no token after Bearer", request(body, "Bearer ")],
      ["a token that nobody made", request(body, "Bearer aaaa.bbbb.cccc")],
      ["a token without signature", request(body, `Bearer ${poster.token.split(".").slice(0, 2).join(".")}.`)],
      ["a changed token", request(body, `Bearer ${poster.token.slice(0, -4)}AAAA`)],
      ["another customer's token", request(body, `Bearer ${other.token}`)],
    ],
    close: async () => undefined,
  };
}

const webChat: ChannelHarness = {
  name: "web-chat",
  settings: {},
  push: "free",
  knowsReplays: true,
  payloads: PAYLOADS,
  open,
};

channelContract(webChat);
