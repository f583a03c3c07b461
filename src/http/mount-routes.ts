import type { FastifyInstance, HTTPMethods } from "fastify";
import type { WebRoute } from "../ports/web.ts";
import type { LetIn } from "./add-gate.ts";
import { httpError } from "./http-error.ts";
import { HTTP_LIMITS } from "./http-limits.ts";
import { sendReply } from "./send-reply.ts";
import { toWebRequest } from "./to-web-request.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    readonly forMany?: boolean;
    readonly whenBusy?: boolean;
  }
}

const METHODS: readonly HTTPMethods[] = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

const asItComes: LetIn = (route, request) => route.handle(toWebRequest(request));

/** Mounts the routes, and answers 405 with the right list for every other method of their paths. */
export const mountRoutes = (app: FastifyInstance, routes: readonly WebRoute[], letIn: LetIn = asItComes): void => {
  const taken = new Map<string, Set<string>>();
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      config: { forMany: route.forMany ?? false, whenBusy: route.whenBusy !== undefined },
      bodyLimit: route.bodyLimit ?? HTTP_LIMITS.bodyBytes,
      handler: async (request, reply) => sendReply(reply, await letIn(route, request)),
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
