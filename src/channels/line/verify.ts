import { validateSignature } from "@line/bot-sdk";
import type { WebRequest } from "../../ports/web.ts";

/** Whether LINE made this request: HMAC-SHA256 of the raw body under the channel secret, compared in constant time. */
export const isFromLine = ({ headers, body }: Pick<WebRequest, "headers" | "body">, secret: string): boolean => {
  const signature = headers["x-line-signature"];
  return signature !== undefined && signature !== "" && validateSignature(body, secret, signature);
};
