import type { Outgoing, OutgoingResult } from "../../ports/outgoing.ts";
import type { LineMessage } from "./render.ts";

/** The two calls of the Messaging API that send words. */
export interface LineCalls {
  reply(token: string, messages: readonly LineMessage[]): Promise<OutgoingResult>;
  /** The same key is taken once within 24 hours; a repetition is answered with 409. */
  push(to: string, messages: readonly LineMessage[], key: string): Promise<OutgoingResult>;
}

export const LINE_HOST = "api.line.me";

export function lineCalls(outgoing: Outgoing, accessToken: string): LineCalls {
  const post = (what: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    outgoing({
      method: "POST",
      url: `https://${LINE_HOST}/v2/bot/message/${what}`,
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  return {
    reply: (replyToken, messages) => post("reply", { replyToken, messages }),
    push: (to, messages, key) => post("push", { to, messages }, { "x-line-retry-key": key }),
  };
}
