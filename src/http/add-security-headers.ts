import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { securityHeaders } from "./security-headers.ts";

/** Gives every answer the headers that Helmet makes. They never differ, so they are made for the first answer and kept. */
export function addSecurityHeaders(app: FastifyInstance): void {
  let kept: Readonly<Record<string, number | string | string[]>> | undefined;
  app.register(helmet, { ...securityHeaders, global: false });
  app.after(() => {
    app.addHook("onRequest", (_request, reply, next) => {
      if (kept === undefined) {
        const before = new Set(reply.raw.getHeaderNames());
        reply.helmet();
        const made = Object.entries(reply.raw.getHeaders()).flatMap(([name, value]) =>
          before.has(name) || value === undefined ? [] : [[name, value] as const],
        );
        for (const [name] of made) reply.raw.removeHeader(name);
        kept = Object.fromEntries(made);
      }
      reply.headers(kept);
      next();
    });
  });
}
