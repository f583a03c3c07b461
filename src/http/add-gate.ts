import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Meter } from "../ports/meter.ts";
import type { WebReply, WebRoute } from "../ports/web.ts";
import { httpError } from "./http-error.ts";
import { HTTP_LIMITS } from "./http-limits.ts";
import { sendReply } from "./send-reply.ts";
import { toWebRequest } from "./to-web-request.ts";

export interface GateSize {
  readonly requestsAtOnce: number;
  readonly answerMs: number;
}

/** Gives a request to its route, or to what the route says when there is too much to do. */
export type LetIn = (route: WebRoute, request: FastifyRequest) => Promise<WebReply>;

/**
 * Lets so many requests of this scope in at a time; the next is told to come back, before its body is read. As many again are let in where
 * nobody comes back: their route answers them at once. A request counts until its answer is out or its caller is gone; one that takes too
 * long is answered, and what it still does counts until it ends.
 */
export function addGate(scope: FastifyInstance, size: GateSize, meter: Meter): LetIn {
  const rooms = { inside: 0, beside: 0 };
  const isBeside = new WeakSet<FastifyRequest>();
  const enter = (
    room: keyof typeof rooms,
    request: FastifyRequest,
    done: { once(event: "close", leave: () => void): void },
  ) => {
    rooms[room] += 1;
    if (room === "beside") isBeside.add(request);
    done.once("close", () => {
      rooms[room] -= 1;
    });
  };
  scope.addHook("onRequest", async (request, reply) => {
    if (rooms.inside < size.requestsAtOnce) return enter("inside", request, reply.raw);
    meter.count("refusal", { why: "requests" });
    const isAnswered = request.routeOptions.config.whenBusy === true && isShort(request);
    if (isAnswered && rooms.beside < size.requestsAtOnce) return enter("beside", request, reply.raw);
    return sendReply(reply, httpError("UNAVAILABLE"));
  });
  const hurry = (answer: Promise<WebReply>): Promise<WebReply> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        rooms.inside += 1;
        const leave = () => {
          rooms.inside -= 1;
        };
        answer.then(leave, leave);
        meter.count("refusal", { why: "answer-time" });
        resolve(httpError("UNAVAILABLE"));
      }, size.answerMs);
      answer.then(resolve, reject).finally(() => clearTimeout(late));
    });
  return async (route, request) => {
    const asked = toWebRequest(request);
    const atOnce = isBeside.has(request) ? route.whenBusy?.(asked) : undefined;
    return atOnce ?? hurry(route.handle(asked));
  };
}

const isShort = ({ headers }: FastifyRequest): boolean =>
  Number(headers["content-length"] ?? Number.POSITIVE_INFINITY) <= HTTP_LIMITS.busyBodyBytes;
