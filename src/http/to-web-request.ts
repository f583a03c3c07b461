import type { FastifyRequest } from "fastify";
import type { WebRequest } from "../ports/web.ts";

const NOTHING = Buffer.alloc(0);

const firstOf = (values: unknown): Record<string, string> => {
  const result: Record<string, string> = Object.create(null);
  if (typeof values !== "object" || values === null) return result;
  for (const [name, value] of Object.entries(values)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === "string") result[name] = first;
  }
  return result;
};

/** What routes see of a request: plain data, the first value of whatever was sent twice. */
export const toWebRequest = (request: FastifyRequest): WebRequest => ({
  method: request.method,
  path: request.url.split("?", 1)[0] ?? "/",
  params: firstOf(request.params),
  query: firstOf(request.query),
  headers: firstOf(request.headers),
  body: Buffer.isBuffer(request.body) ? request.body : NOTHING,
  from: request.ip,
});
