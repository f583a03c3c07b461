import { z } from "zod";
import type { SendResult } from "../../ports/delivery.ts";
import type { Outgoing, OutgoingResult } from "../../ports/outgoing.ts";
import { readJson } from "../../wording/read-json.ts";
import type { SkillResponse } from "./skill-response.ts";

/** True for an address that a late answer may be sent to. */
export const isCallbackUrl = (url: string | undefined, hosts: readonly string[]): url is string => {
  if (url === undefined || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && hosts.includes(hostname);
};

const answerSchema = z.object({ status: z.enum(["SUCCESS", "FAIL", "ERROR"]) });

/** What was shown, as KakaoTalk says it; what was certainly not shown goes back to wait for the customer's next message. */
function resultOf(result: OutgoingResult): SendResult {
  if (result.kind === "in-doubt") return { kind: "unknown" };
  if (result.kind === "not-sent") return { kind: "later", afterMs: 0 };
  if (result.status >= 500) return { kind: "unknown" };
  if (result.status < 200 || result.status >= 300) return { kind: "later", afterMs: 0 };
  const answer = answerSchema.safeParse(readJson(Buffer.from(result.body))?.value).data;
  if (answer === undefined) return { kind: "unknown" };
  return answer.status === "SUCCESS" ? { kind: "sent" } : { kind: "later", afterMs: 0 };
}

/** Sends one late answer. The address works once, so nothing is repeated. */
export const callBack = async (outgoing: Outgoing, url: string, response: SkillResponse): Promise<SendResult> =>
  resultOf(
    await outgoing({
      method: "POST",
      url,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(response),
    }),
  );
