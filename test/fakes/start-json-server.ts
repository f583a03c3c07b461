import { createServer, type IncomingHttpHeaders } from "node:http";

export interface JsonCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** `dropped`: the connection is cut instead of an answer. */
export type JsonAnswer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | "dropped";

export interface JsonServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A real server on this machine whose every call is answered by `answer`. */
export async function startJsonServer(answer: (call: JsonCall) => JsonAnswer): Promise<JsonServer> {
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body: unknown = JSON.parse(Buffer.concat(parts).toString() || "null");
      const result = answer({ path: request.url ?? "", headers: request.headers, body });
      if (result === "dropped") request.socket.destroy();
      else
        reply
          .writeHead(result.status, { "content-type": "application/json", ...result.headers })
          .end(JSON.stringify(result.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
