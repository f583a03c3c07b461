import type { FastifyInstance, FastifyReply, HTTPMethods } from "fastify";
import type { WebReply, WebRoute } from "../ports/web.ts";
import { httpError } from "./http-error.ts";
import { toWebRequest } from "./to-web-request.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    readonly forMany?: boolean;
  }
}

const DEFAULT_BODY_LIMIT = 64 * 1024;
const METHODS: readonly HTTPMethods[] = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/** Sends what a route answered; an object goes out as JSON. */
export const sendReply = (reply: FastifyReply, answer: WebReply): FastifyReply => {
  reply.code(answer.status).headers(answer.headers ?? {});
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  return answer.body === undefined ? reply.send() : reply.send(answer.body);
};

/** Mounts the routes, and answers 405 with the right list for every other method of their paths. */
export const mountRoutes = (app: FastifyInstance, routes: readonly WebRoute[]): void => {
  const taken = new Map<string, Set<string>>();
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { forMany: route.forMany ?? false },
      bodyLimit: route.bodyLimit ?? DEFAULT_BODY_LIMIT,
      handler: async (request, reply) => sendReply(reply, await route.handle(toWebRequest(request))),
    });
    taken.set(route.path, (taken.get(route.path) ?? new Set()).add(route.method));
  }
  for (const [path, methods] of taken) refuseOtherMethods(app, path, methods);
};

/** Also used for files and sockets, which are read with GET only. */
export const refuseOtherMethods = (app: FastifyInstance, path: string, taken: ReadonlySet<string>): void => {
  const others = METHODS.filter((method) => !taken.has(method));
  const allow = [...taken, ...(taken.has("GET") ? ["HEAD"] : [])].join(", ");
  app.route({
    method: others,
    url: path,
    handler: async (_request, reply) => sendReply(reply.header("allow", allow), httpError("METHOD_NOT_ALLOWED")),
  });
};
