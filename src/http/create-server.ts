import type { Socket } from "node:net";
import websocket from "@fastify/websocket";
import fastify, { type FastifyInstance } from "fastify";
import { AppError } from "../core/app-error.ts";
import type { Log } from "../ports/log.ts";
import { type Meter, noMeter } from "../ports/meter.ts";
import type { SocketRoute, StaticFile, WebRoute } from "../ports/web.ts";
import { addGate, type GateSize } from "./add-gate.ts";
import { addGuards } from "./add-guards.ts";
import { addSecurityHeaders } from "./add-security-headers.ts";
import { answerErrors, answerMisrouted, answerUnreadable } from "./answer-errors.ts";
import { isLoopbackHost } from "./check-caller.ts";
import { httpError } from "./http-error.ts";
import { HTTP_LIMITS } from "./http-limits.ts";
import { inTime } from "./in-time.ts";
import { mountFiles } from "./mount-files.ts";
import { mountRoutes } from "./mount-routes.ts";
import { createHeart, type Heart, mountSockets } from "./mount-sockets.ts";
import type { BucketSize } from "./token-buckets.ts";

export interface ServerOptions {
  readonly routes: readonly WebRoute[];
  readonly sockets: readonly SocketRoute[];
  readonly files: readonly StaticFile[];
  /** True when the process can do its work; asked by `/readyz`. */
  readonly ready: () => boolean | Promise<boolean>;
  readonly log: Log;
  /** For those who watch the process: answered however much there is to do. */
  readonly watch?: readonly WebRoute[];
  readonly meter?: Meter;
  /** How much is answered at a time; HTTP_LIMITS when absent. */
  readonly gate?: GateSize;
  /** Public host names; needed when a proxy on the same machine passes the browser's own Host on. */
  readonly hosts?: readonly string[];
  /** True behind a proxy whose `x-forwarded-for` can be believed. */
  readonly trustProxy?: boolean;
  /** Limit for each public address; wide by default, because a mobile carrier's customers share addresses. */
  readonly perAddress?: BucketSize;
}

export interface HttpServer {
  /** Resolves to the address to open in a browser. Throws AppError PORT_IN_USE. */
  listen(port: number, host: string): Promise<string>;
  /** Refuses new work, lets running requests end, and is done within 5 seconds. */
  close(): Promise<void>;
}

const noSchemas = (): never => {
  throw new TypeError("Bodies are checked by the routes themselves.");
};
/** The compilers for schemas of routes are large, and no route has one. */
const WITHOUT_SCHEMAS = { compilersFactory: { buildValidator: () => noSchemas, buildSerializer: () => noSchemas } };

const DRAIN_MS = 3_000;
const SOCKET_GOODBYE_MS = 500;
const BEAT_MS = 30_000;

/** The one HTTP server: mounts what channels and desks hand over, and knows nothing about them. */
export const createServer = (options: ServerOptions): HttpServer => {
  const { meter = noMeter } = options;
  const heart = createHeart();
  const rules = { loopback: true, hosts: options.hosts ?? [] };
  const app = fastify({
    requestTimeout: HTTP_LIMITS.requestMs,
    keepAliveTimeout: HTTP_LIMITS.keepAliveMs,
    trustProxy: options.trustProxy ?? false,
    return503OnClosing: true,
    frameworkErrors: (_error, _request, reply) => answerMisrouted(reply.hijack().raw),
    clientErrorHandler: answerUnreadable,
    schemaController: WITHOUT_SCHEMAS,
    http: { headersTimeout: HTTP_LIMITS.requestMs, connectionsCheckingInterval: 1_000 },
  });
  takeRawBodies(app);
  answerErrors(app, options.log);
  addSecurityHeaders(app);
  app.register(websocket, {
    options: { maxPayload: HTTP_LIMITS.frameBytes },
    errorHandler: (_error, socket: { terminate(): void }) => socket.terminate(),
    preClose: (done) => sayGoodbye(heart, done),
  });
  // After the plugin, which then ends the connection of a refused upgrade; otherwise it would stay open for ever.
  app.after(() => addGuards(app, { rules, log: options.log, perAddress: options.perAddress }));
  app.register(async (scope) => {
    mountRoutes(scope, [...healthRoutes(options.ready), ...(options.watch ?? [])]);
    mountSockets(scope, options.sockets, heart, meter);
  });
  app.register(async (scope) => {
    mountRoutes(scope, options.routes, addGate(scope, options.gate ?? HTTP_LIMITS, meter));
    mountFiles(scope, options.files);
  });
  app.server.maxConnections = HTTP_LIMITS.connections;
  const connections = trackConnections(app);
  const beats = setInterval(() => heart.beat(), BEAT_MS).unref();
  return {
    listen: async (port, host) => {
      rules.loopback = isLoopbackHost(host) || host === "::1";
      return listen(app, port, host);
    },
    close: async () => {
      clearInterval(beats);
      const late = setTimeout(() => {
        for (const socket of connections) socket.destroy();
      }, DRAIN_MS).unref();
      await app.close();
      clearTimeout(late);
    },
  };
};

/** All connections, those that speak WebSocket now included. */
const trackConnections = (app: FastifyInstance): ReadonlySet<Socket> => {
  const connections = new Set<Socket>();
  app.server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.on("close", () => connections.delete(socket));
  });
  return connections;
};

/** Every body arrives as bytes: signatures are over bytes, and a bad body is the route's to refuse. */
const takeRawBodies = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
};

const healthRoutes = (ready: ServerOptions["ready"]): readonly WebRoute[] => [
  { method: "GET", path: "/healthz", handle: async () => ({ status: 200, body: { ok: true } }) },
  {
    method: "GET",
    path: "/readyz",
    handle: async () =>
      (await inTime(Promise.resolve().then(ready), HTTP_LIMITS.readyMs))
        ? { status: 200, body: { ready: true } }
        : httpError("UNAVAILABLE"),
  },
];

const sayGoodbye = (heart: Heart, done: () => void): void => {
  const patienceMs = heart.closeAll() === 0 ? 0 : SOCKET_GOODBYE_MS;
  setTimeout(() => {
    heart.terminateAll();
    done();
  }, patienceMs);
};

const listen = async (app: FastifyInstance, port: number, host: string): Promise<string> => {
  try {
    await app.listen({ port, host, backlog: HTTP_LIMITS.backlog });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new AppError(
        "PORT_IN_USE",
        `Port ${port} is in use. Stop the other program or set PORT to a free one.`,
        error,
      );
    }
    throw error;
  }
  const address = app.server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${actual}`;
};
