import type { ContractCustomer } from "../contract/channel-harness.ts";

type WebCustomer = Pick<ContractCustomer, "say" | "shown"> & { readonly token: string; readonly id: string };

interface Activity {
  readonly text?: string;
  readonly from: { readonly role?: string };
}

/** A customer in the web chat, over HTTP. */
export async function openWebCustomer(address: string, locale = "ko-KR"): Promise<WebCustomer & ContractCustomer> {
  let said = 0;
  const body = JSON.stringify({ locale });
  const session = await fetch(`${address}/web-chat/session`, { method: "POST", body });
  const { token, conversationId: id } = (await session.json()) as { token: string; conversationId: string };
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  await fetch(`${address}/v3/directline/conversations`, { method: "POST", headers });
  const activities = `${address}/v3/directline/conversations/${id}/activities`;
  const say = async (text: string): Promise<void> => {
    const sent = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: `m-${++said}` } };
    const { status } = await fetch(activities, { method: "POST", headers, body: JSON.stringify(sent) });
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  const shown = async () => {
    const all = (await (await fetch(activities, { headers })).json()) as { activities: readonly Activity[] };
    return all.activities
      .filter(({ from }) => from.role === "bot")
      .map(({ text = "" }) => ({ text, buttons: [] as readonly string[] }));
  };
  return { token, id, say, press: say, sayTwice: say, sayOutOfOrder: say, shown };
}
