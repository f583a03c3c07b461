/** A customer of the web chat, speaking Direct Line over HTTP. */
export interface WebCustomer {
  readonly conversation: string;
  /** Resolves to true when the server said that it took the message. Safe to repeat with the same id. */
  say(text: string, clientId: string): Promise<boolean>;
  /** As `say`, but resolves to the status; 0 when there was no answer. */
  post(text: string, clientId: string): Promise<number>;
  /** Address of a WebSocket on which everything said is told from now on. */
  streamUrl(): Promise<string>;
  /** Every message seen so far, by everyone. */
  messages(): Promise<readonly { id: string; text: string; from: string; clientId?: string }[]>;
}

interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role?: string; readonly id: string };
  readonly channelData?: { readonly clientActivityID?: string };
}

/** `address` may change when the server comes back on another port. */
export async function openWebCustomer(address: () => string): Promise<WebCustomer> {
  const json = { "content-type": "application/json", origin: address() };
  const session = await fetch(`${address()}/web-chat/session`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ locale: "ko-KR" }),
  });
  const { token, conversationId } = (await session.json()) as { token: string; conversationId: string };
  const bearer = () => ({ authorization: `Bearer ${token}`, "content-type": "application/json" });
  await fetch(`${address()}/v3/directline/conversations`, { method: "POST", headers: bearer() });
  const activities = () => `${address()}/v3/directline/conversations/${conversationId}/activities`;
  const post = async (text: string, clientId: string): Promise<number> => {
    const body = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: clientId } };
    try {
      return (await fetch(activities(), { method: "POST", headers: bearer(), body: JSON.stringify(body) })).status;
    } catch {
      return 0;
    }
  };
  return {
    conversation: conversationId,
    post,
    say: async (text, clientId) => (await post(text, clientId)) === 200,
    streamUrl: async () => {
      const opened = await fetch(`${address()}/v3/directline/conversations`, { method: "POST", headers: bearer() });
      return ((await opened.json()) as { streamUrl: string }).streamUrl;
    },
    messages: async () => {
      const all: Activity[] = [];
      let watermark = "";
      for (;;) {
        const page = await fetch(`${activities()}?watermark=${watermark}`, { headers: bearer() });
        const read = (await page.json()) as { activities: Activity[]; watermark?: string };
        if (read.activities.length === 0) break;
        all.push(...read.activities);
        if (read.watermark === undefined || read.watermark === watermark) break;
        watermark = read.watermark;
      }
      return all
        .filter(({ type }) => type === "message")
        .map(({ id, text = "", from, channelData }) => ({
          id,
          text,
          from: from.role ?? from.id,
          ...(channelData?.clientActivityID === undefined ? {} : { clientId: channelData.clientActivityID }),
        }));
    },
  };
}
