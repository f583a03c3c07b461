import type { SampleRequest } from "./sample-request.ts";

interface Session {
  readonly token: string;
  readonly conversationId: string;
}

/** The customer page's end points, with a conversation that exists. */
export async function webChatSamples(address: string): Promise<readonly SampleRequest[]> {
  const json = { "content-type": "application/json", origin: address };
  const opened = await fetch(`${address}/web-chat/session`, {
    method: "POST",
    headers: json,
    body: '{"locale":"ko-KR"}',
  });
  const { token, conversationId: id } = (await opened.json()) as Session;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const conversation = `/v3/directline/conversations/${id}`;
  const activity = {
    type: "message",
    text: "위약금 면제 되나요?",
    locale: "ko-KR",
    from: { id: "dl_1", name: "x", role: "user" },
    channelData: { clientActivityID: "c-1" },
    entities: [{ type: "ClientCapabilities" }],
    attachments: [],
    value: { a: 1 },
  };
  return [
    { name: "session", method: "POST", path: "/web-chat/session", headers: json, body: '{"locale":"ko-KR"}' },
    { name: "activity", method: "POST", path: `${conversation}/activities`, headers, body: JSON.stringify(activity) },
    { name: "history", method: "GET", path: `${conversation}/activities?watermark=1`, headers, body: "" },
    { name: "conversation", method: "GET", path: `${conversation}?watermark=1`, headers, body: "" },
    { name: "start", method: "POST", path: "/v3/directline/conversations", headers, body: "{}" },
    { name: "refresh", method: "POST", path: "/v3/directline/tokens/refresh", headers, body: "{}" },
    {
      name: "generate",
      method: "POST",
      path: "/v3/directline/tokens/generate",
      headers,
      body: '{"user":{"id":"dl_1"}}',
    },
    { name: "upload", method: "POST", path: `${conversation}/upload?userId=dl_1`, headers, body: "--x\r\n" },
    { name: "stream", method: "GET", path: `${conversation}/stream?t=x`, headers, body: "" },
  ];
}
