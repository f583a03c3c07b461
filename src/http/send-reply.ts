import type { FastifyReply } from "fastify";
import type { WebReply } from "../ports/web.ts";

/** Sends what a route answered; an object goes out as JSON. */
export const sendReply = (reply: FastifyReply, answer: WebReply): FastifyReply => {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  const { onDone } = answer;
  if (onDone !== undefined) {
    if (reply.raw.destroyed) onDone(false);
    else reply.raw.once("close", () => onDone(reply.raw.writableFinished));
  }
  return answer.body === undefined ? reply.send() : reply.send(answer.body);
};
