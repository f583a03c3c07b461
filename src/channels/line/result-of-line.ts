import { z } from "zod";
import type { SendResult } from "../../ports/delivery.ts";
import type { OutgoingResult } from "../../ports/outgoing.ts";
import { resultOfCall } from "../../ports/result-of-call.ts";
import { readJson } from "../../wording/read-json.ts";

const CONFLICT = 409;
const TOO_MANY = 429;

const sentSchema = z.object({ sentMessages: z.array(z.object({ id: z.string() })).min(1) });

/** How a call to LINE ended. 409 is a retry key that was taken before, so the words are there. */
export function resultOfLine(result: OutgoingResult, attempts: number): SendResult {
  if (result.kind !== "answered") return resultOfCall(result, attempts);
  const { status, body } = result;
  if (status === CONFLICT || (status >= 200 && status < 300)) return sent(body);
  if (status === 401 || status === 403) return { kind: "parked", why: "LINE does not take the channel access token" };
  if (status === TOO_MANY && /monthly limit/i.test(body)) {
    return { kind: "parked", why: "the month's messages of the LINE plan are used up" };
  }
  return resultOfCall(result, attempts);
}

function sent(body: string): SendResult {
  const farId = sentSchema.safeParse(readJson(Buffer.from(body))?.value).data?.sentMessages[0]?.id;
  return farId === undefined ? { kind: "sent" } : { kind: "sent", farId };
}
