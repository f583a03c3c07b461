import { type Customer, type Door, type Shown, takenOf } from "./customer.ts";
import { isTaken } from "./http-calls.ts";
import { insist, tryOn } from "./try-until-taken.ts";

interface Activity {
  readonly type: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

interface Read {
  readonly shown: readonly Shown[];
  readonly watermark: string;
}

/** Opens a conversation of Direct Line, which greets. */
export async function openWebChatCustomer(door: Door): Promise<Customer> {
  const session = await insist("POST", () => `${door()}/web-chat/session`, undefined, { locale: "ko-KR" });
  const { token, conversationId } = JSON.parse(session.body) as { token: string; conversationId: string };
  const base = () => `${door()}/v3/directline/conversations`;
  await insist("POST", base, token, {});
  const activities = () => `${base()}/${conversationId}/activities`;
  const readOn = async ({ shown, watermark }: Read): Promise<Read> => {
    const { body } = await insist("GET", () => `${activities()}?watermark=${watermark}`, token);
    const page = JSON.parse(body) as { activities: readonly Activity[]; watermark: string };
    if (page.activities.length === 0 || page.watermark === watermark) return { shown, watermark };
    return readOn({ shown: [...shown, ...page.activities.flatMap(toShown)], watermark: page.watermark });
  };
  let last: Read = { shown: [], watermark: "" };
  return {
    channel: "web-chat",
    inDoubt: () => 0,
    say: async (text, clientId) => {
      const body = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: clientId } };
      const reply = await tryOn("POST", activities, token, body);
      return isTaken(reply) ? takenOf(reply) : undefined;
    },
    read: async () => (await readOn({ shown: [], watermark: "" })).shown,
    look: async () => {
      last = await readOn(last);
      return last.shown;
    },
  };
}

const toShown = ({ type, text = "", timestamp, from, channelData }: Activity): readonly Shown[] =>
  type !== "message"
    ? []
    : [
        {
          text,
          byCustomer: from.role === "user",
          atMs: Date.parse(timestamp),
          ...(channelData?.clientActivityID === undefined ? {} : { clientId: channelData.clientActivityID }),
        },
      ];
