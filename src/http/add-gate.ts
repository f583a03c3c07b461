import type { FastifyInstance } from "fastify";
import type { Meter } from "../ports/meter.ts";
import type { WebReply } from "../ports/web.ts";
import { httpError } from "./http-error.ts";
import { sendReply } from "./send-reply.ts";

export interface GateSize {
  readonly requestsAtOnce: number;
  readonly answerMs: number;
}

/** Answers for a route that takes too long; what it still does counts as a request under way until it ends. */
export type Hurry = (answer: Promise<WebReply>) => Promise<WebReply>;

/**
 * Lets so many requests of this scope in at a time; the next is told to come back, before its body is read. A request counts until
 * its answer is out or its caller is gone.
 */
export function addGate(scope: FastifyInstance, size: GateSize, meter: Meter): Hurry {
  let inside = 0;
  scope.addHook("onRequest", async (_request, reply) => {
    if (inside >= size.requestsAtOnce) {
      meter.count("refusal", { why: "requests" });
      return sendReply(reply, httpError("UNAVAILABLE"));
    }
    inside += 1;
    reply.raw.once("close", () => {
      inside -= 1;
    });
  });
  return (answer) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        inside += 1;
        const leave = () => {
          inside -= 1;
        };
        answer.then(leave, leave);
        meter.count("refusal", { why: "answer-time" });
        resolve(httpError("UNAVAILABLE"));
      }, size.answerMs);
      answer.then(resolve, reject).finally(() => clearTimeout(late));
    });
}
