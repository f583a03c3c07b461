import { z } from "zod";
import type { SendResult } from "../../ports/delivery.ts";
import type { OutgoingResult } from "../../ports/outgoing.ts";
import { backOffMs, resultOfCall } from "../../ports/result-of-call.ts";
import { readJson } from "../../wording/read-json.ts";

const bodySchema = z.object({ success: z.boolean(), resultCode: z.string().nullish() });

const OK = 200;
const NO_RIGHT: SendResult = { kind: "parked", why: "Naver does not take NAVER_TALK_AUTHORIZATION" };
/**
 * While the customer is asked for consent to pass on a profile, nothing can be sent; that ends after a minute without words. What
 * Naver still refuses after these attempts (about ten minutes) it will always refuse.
 */
const MOST_ATTEMPTS = 15;

/** How a send ended. Naver answers 200 to failures, too: what counts is in the body. */
export function resultOfNaver(result: OutgoingResult, attempts: number): SendResult {
  if (result.kind !== "answered") return resultOfCall(result, attempts);
  if (result.status === 401 || result.status === 403) return NO_RIGHT;
  if (result.status !== OK) return resultOfCall(result, attempts);
  const answer = bodySchema.safeParse(readJson(Buffer.from(result.body))?.value).data;
  if (answer === undefined) return { kind: "unknown" };
  if (answer.success) return { kind: "sent" };
  switch (answer.resultCode) {
    case "01":
      return NO_RIGHT;
    case "99":
      return attempts < MOST_ATTEMPTS
        ? { kind: "later", afterMs: backOffMs(attempts) }
        : { kind: "refused", why: "Naver's result 99" };
    default:
      return {
        kind: "refused",
        why: `Naver's result ${/^[\w-]{1,10}$/.exec(answer.resultCode ?? "")?.[0] ?? "unknown"}`,
      };
  }
}
