import type { FastifyInstance } from "fastify";
import type { Log } from "../ports/log.ts";
import { checkCaller, type HostRules } from "./check-caller.ts";
import { httpError } from "./http-error.ts";
import { isInsideAddress } from "./is-inside-address.ts";
import { sendReply } from "./mount-routes.ts";
import { type BucketSize, createTokenBuckets } from "./token-buckets.ts";

export interface Guards {
  readonly rules: HostRules;
  readonly log: Log;
  readonly perAddress: BucketSize | undefined;
}

const PER_ADDRESS: BucketSize = { perSecond: 100, burst: 1_000 };

const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Node keeps the first of several and hides the rest, and whoever stands before us may have looked at another one. */
const hasTwoCredentials = (rawHeaders: readonly string[]): boolean =>
  rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === "authorization").length > 1;

/** What every request passes first (who asks, how often) and leaves last (one line in the log). */
export const addGuards = (app: FastifyInstance, guards: Guards): void => {
  const buckets = createTokenBuckets(guards.perAddress ?? PER_ADDRESS, () => performance.now());
  app.addHook("onRequest", async (request, reply) => {
    const refusal = checkCaller(
      {
        host: header(request.headers.host),
        origin: header(request.headers.origin),
        forwardedHost: header(request.headers["x-forwarded-host"]),
      },
      guards.rules,
    );
    if (refusal !== undefined) return sendReply(reply, httpError(refusal));
    if (request.headers.authorization !== undefined && hasTwoCredentials(request.raw.rawHeaders)) {
      return sendReply(reply, httpError("BAD_REQUEST"));
    }
    // A proxy of our own stands at an inside address; limiting it would limit everybody at once.
    const { forMany } = request.routeOptions.config;
    if (forMany === true || isInsideAddress(request.ip) || buckets.take(request.ip)) return;
    return sendReply(reply.header("retry-after", "1"), httpError("TOO_MANY_REQUESTS"));
  });
  app.addHook("onResponse", async (request, reply) => {
    // The pattern, not the address itself: that one can carry ids and tickets.
    guards.log.info("http.request", {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
};
