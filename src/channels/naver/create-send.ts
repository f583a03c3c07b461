import { setTimeout as pause } from "node:timers/promises";
import type { Channel } from "../../ports/channel.ts";
import type { SendResult } from "../../ports/delivery.ts";
import type { Outgoing } from "../../ports/outgoing.ts";
import type { OpenCalls } from "./open-calls.ts";
import { type NaverContent, toContents } from "./render.ts";
import type { Repetitions } from "./repetitions.ts";
import { resultOfNaver } from "./result-of-naver.ts";

export interface SendParts {
  readonly outgoing: Outgoing;
  /** The key of the sending API. */
  readonly authorization: string;
  readonly calls: OpenCalls;
  readonly repetitions: Repetitions;
}

export const NAVER_HOST = "gw.talk.naver.com";
/** Naver has to read the answer of its webhook before the next words come by the other road. */
const HEAD_START_MS = 200;

/** Puts words into the answer of a webhook that waits for them, otherwise posts them. */
export function createSend(parts: SendParts): Channel["send"] {
  const post = async (user: string, content: NaverContent, wake: boolean, attempts: number): Promise<SendResult> => {
    const options = wake ? { options: { notification: true } } : {};
    const result = await parts.outgoing({
      method: "POST",
      url: `https://${NAVER_HOST}/chatbot/v1/event`,
      headers: { authorization: parts.authorization, "content-type": "application/json;charset=UTF-8" },
      body: JSON.stringify({ event: "send", user, ...content, ...options }),
    });
    return resultOfNaver(result, attempts);
  };

  return async ({ address: user, conversation, entry, attempts }) => {
    if (user === undefined || user === "") return { kind: "refused", why: "no address" };
    const contents = toContents(entry);
    const [first, ...others] = contents;
    if (first !== undefined && others.length === 0) {
      const written = await parts.calls.offer(conversation, first);
      if (written === "silent") return { kind: "unknown" };
      if (written === "written") {
        parts.repetitions.answered(conversation);
        await pause(HEAD_START_MS);
        return { kind: "sent" };
      }
    }
    // The bot answers who is there; an agent's words may come when the customer has long gone.
    const wake = entry.body.kind === "agent";
    for (const [index, content] of contents.entries()) {
      const result = await post(user, content, wake, attempts);
      // What came before is there: the letter cannot be sent again whole.
      if (result.kind !== "sent") return index === 0 ? result : { kind: "unknown" };
    }
    parts.repetitions.answered(conversation);
    return { kind: "sent" };
  };
}
