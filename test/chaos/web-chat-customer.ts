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

/** Opens a conversation of Direct Line, which greets. */
export async function openWebChatCustomer(door: Door): Promise<Customer> {
  const session = await insist("POST", () => `${door()}/web-chat/session`, undefined, { locale: "ko-KR" });
  const { token, conversationId } = JSON.parse(session.body) as { token: string; conversationId: string };
  const base = () => `${door()}/v3/directline/conversations`;
  await insist("POST", base, token, {});
  const activities = () => `${base()}/${conversationId}/activities`;
  const page = async (watermark: string) => {
    const { body } = await insist("GET", () => `${activities()}?watermark=${watermark}`, token);
    return JSON.parse(body) as { activities: readonly Activity[]; watermark: string };
  };
  const looked: Shown[] = [];
  let upTo = "";
  return {
    channel: "web-chat",
    inDoubt: () => 0,
    say: async (text, clientId) => {
      const body = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: clientId } };
      const reply = await tryOn("POST", activities, token, body);
      return isTaken(reply) ? takenOf(reply) : undefined;
    },
    look: async () => {
      const next = await page(upTo);
      looked.push(...next.activities.flatMap(toShown));
      upTo = next.watermark;
      return looked;
    },
    read: async () => {
      const found: Activity[] = [];
      let watermark = "";
      for (;;) {
        const next = await page(watermark);
        found.push(...next.activities);
        if (next.activities.length === 0 || next.watermark === watermark) return found.flatMap(toShown);
        watermark = next.watermark;
      }
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
