import { z } from "zod";
import type { SendResult } from "../../ports/delivery.ts";
import type { Outgoing, OutgoingResult } from "../../ports/outgoing.ts";
import { backOffMs, resultOfCall } from "../../ports/result-of-call.ts";
import { readJson } from "../../wording/read-json.ts";
import type { AccessTokens } from "./create-access-tokens.ts";

export interface ConnectorParts {
  readonly outgoing: Outgoing;
  /** Absent in development. */
  readonly tokens?: AccessTokens;
}

const UNAUTHORIZED = 401;

/** Posts one activity with our token. Without a token, or with one that is not taken any more, it is tried again later. */
export async function postToConnector(
  url: string,
  activity: object,
  attempts: number,
  { outgoing, tokens }: ConnectorParts,
): Promise<SendResult> {
  const token = await tokens?.get();
  if (tokens !== undefined && token === undefined) return { kind: "later", afterMs: backOffMs(attempts) };
  const result = await outgoing({
    method: "POST",
    url,
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
  if (token !== undefined && result.kind === "answered" && result.status === UNAUTHORIZED) {
    tokens?.drop(token);
    return { kind: "later", afterMs: backOffMs(attempts) };
  }
  const ended = resultOfCall(result, attempts);
  return ended.kind === "sent" ? { ...ended, ...farIdOf(result) } : ended;
}

const answerSchema = z.object({ id: z.string() });

function farIdOf(result: OutgoingResult): { readonly farId?: string } {
  const body = result.kind === "answered" ? readJson(Buffer.from(result.body))?.value : undefined;
  const id = answerSchema.safeParse(body).data?.id;
  return id === undefined ? {} : { farId: id };
}
