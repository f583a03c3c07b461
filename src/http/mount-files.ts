import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { StaticFile } from "../ports/web.ts";
import { refuseOtherMethods } from "./mount-routes.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const ASK_EACH_TIME = "no-cache";

interface Coded {
  readonly coding: string | undefined;
  readonly body: Buffer;
}

/** The best precompressed body that the browser takes; `br` before `gzip`. */
export const chooseCoding = (file: StaticFile, acceptEncoding: string | undefined): Coded => {
  const accepted = (acceptEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(";", 1)[0]);
  for (const coding of ["br", "gzip"]) {
    const body = file.encoded?.[coding];
    if (body !== undefined && accepted.includes(coding)) return { coding, body };
  }
  return { coding: undefined, body: file.body };
};

/** Serves files out of memory, compressed when they come so, with an entity tag. */
export const mountFiles = (app: FastifyInstance, files: readonly StaticFile[]): void => {
  for (const file of files) {
    const hash = createHash("sha256").update(file.body).digest("base64url").slice(0, 22);
    app.route({
      method: "GET",
      url: file.path,
      handler: async (request, reply) => {
        const { coding, body } = chooseCoding(file, request.headers["accept-encoding"]);
        const tag = `"${hash}${coding === undefined ? "" : `-${coding}`}"`;
        reply.headers({
          etag: tag,
          vary: "accept-encoding",
          "cache-control": file.immutable ? FOR_EVER : ASK_EACH_TIME,
        });
        if (request.headers["if-none-match"] === tag) return reply.code(304).send();
        if (coding !== undefined) reply.header("content-encoding", coding);
        return reply.type(file.contentType).send(body);
      },
    });
    refuseOtherMethods(app, file.path, new Set(["GET"]));
  }
};
