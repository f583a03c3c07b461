import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Fault, type FaultPlan, isDone } from "./fault-plan.ts";

export interface FarRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface FarReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | object;
}

export interface FarServer {
  /** `http://127.0.0.1:1234` */
  readonly address: string;
  stop(): Promise<void>;
}

export interface FarServerParts {
  readonly faults: FaultPlan;
  /** Does what is asked and says so; called only for calls that take effect. */
  readonly answer: (request: FarRequest, fault: Fault) => Promise<FarReply> | FarReply;
  /** Told of every call, also of those that are refused, cut or never answered. */
  readonly seen?: (request: FarRequest, fault: Fault) => void;
  /** Calls that never fail, such as those of a person who looks at the fake's page. */
  readonly spared?: (request: FarRequest) => boolean;
  readonly port?: number;
}

/** A call that hangs is cut after this long even if the caller would wait for ever. */
const HANG_MS = 60_000;

/** A real server on loopback that goes wrong as its plan says: before or after it did what was asked. */
export async function startFarServer(parts: FarServerParts): Promise<FarServer> {
  const sockets = new Set<Socket>();
  const ending = new AbortController();
  const server = createServer((request, response) => {
    void serve(parts, request, response, ending.signal).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(error instanceof Error ? error.stack : "");
    });
  });
  server.keepAliveTimeout = 60_000;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(parts.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      ending.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function serve(
  parts: FarServerParts,
  incoming: IncomingMessage,
  response: ServerResponse,
  ending: AbortSignal,
): Promise<void> {
  const request = await readRequest(incoming);
  const fault: Fault = parts.spared?.(request) === true ? { kind: "none" } : parts.faults.next();
  parts.seen?.(request, fault);
  if (fault.kind === "slow") await pause(fault.ms, undefined, { signal: ending }).catch(() => undefined);
  const reply = isDone(fault) ? await parts.answer(request, fault) : undefined;
  switch (fault.kind) {
    case "none":
    case "slow":
      return send(response, reply ?? { status: 500 });
    case "too-many":
      return send(response, tooMany(fault.retryAfterS));
    case "error":
      return send(response, { status: fault.status, body: "upstream trouble" });
    case "reset":
      return cutMidway(response, fault.done);
    case "hang":
      await pause(HANG_MS, undefined, { signal: ending }).catch(() => undefined);
      response.destroy();
  }
}

/** What a far end says that is asked too often. */
export const tooMany = (retryAfterS?: number): FarReply => ({
  status: 429,
  ...(retryAfterS === undefined ? {} : { headers: { "retry-after": String(retryAfterS) } }),
  body: { ok: false, error: "ratelimited" },
});

/** With a head and a piece of the body the caller knows that something was done, but not what. */
function cutMidway(response: ServerResponse, withPiece: boolean): void {
  if (!withPiece) {
    response.destroy();
    return;
  }
  response.writeHead(200, { "content-type": "application/json", "content-length": "400" });
  response.write('{"ok":', () => response.destroy());
}

function send(response: ServerResponse, { status, headers = {}, body = "" }: FarReply): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const type = typeof body === "string" ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text), ...headers });
  response.end(text);
}

async function readRequest(incoming: IncomingMessage): Promise<FarRequest> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const url = new URL(incoming.url ?? "/", "http://far.end");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(parts).toString("utf8"),
  };
}
