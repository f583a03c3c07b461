import type { FastifyInstance } from "fastify";
import type { Meter } from "../ports/meter.ts";
import type { Socket, SocketRoute } from "../ports/web.ts";
import { httpError } from "./http-error.ts";
import { HTTP_LIMITS } from "./http-limits.ts";
import { refuseOtherMethods } from "./mount-routes.ts";
import { sendReply } from "./send-reply.ts";
import { toWebRequest } from "./to-web-request.ts";

/** What is used of the WebSocket library. */
export interface RawSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  send(text: string): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: "message", listener: (data: Buffer) => void): void;
  on(event: "close" | "pong", listener: () => void): void;
}

const OPEN = 1;
const TRY_AGAIN = 1013;
/** For a slow reader to read the good-bye behind all that waits for it. */
const SLOW_GOODBYE_MS = 5_000;

const wrap = (raw: RawSocket, meter: Meter): Socket => ({
  send: (text) => {
    if (raw.readyState !== OPEN) return;
    if (raw.bufferedAmount <= HTTP_LIMITS.socketBacklogBytes) return raw.send(text);
    // It reads on from its own place when it returns.
    meter.count("refusal", { why: "slow-socket" });
    raw.close(TRY_AGAIN, "reading too slowly");
    setTimeout(() => raw.terminate(), SLOW_GOODBYE_MS).unref();
  },
  close: (code, reason) => raw.close(code, reason),
  onMessage: (listener) => raw.on("message", (data) => listener(data.toString("utf8"))),
  onClose: (listener) => raw.on("close", listener),
});

/** Open sockets; `beat` pings them and drops those that have not answered since the last beat. */
export interface Heart {
  add(raw: RawSocket): void;
  beat(): void;
  size(): number;
  /** Says good-bye to all, and tells how many there were. */
  closeAll(): number;
  terminateAll(): void;
}

export const createHeart = (): Heart => {
  const quiet = new Map<RawSocket, boolean>();
  return {
    add: (raw) => {
      quiet.set(raw, false);
      raw.on("pong", () => quiet.set(raw, false));
      raw.on("close", () => quiet.delete(raw));
    },
    beat: () => {
      for (const [raw, isQuiet] of quiet) {
        quiet.set(raw, true);
        if (isQuiet) raw.terminate();
        else raw.ping();
      }
    },
    size: () => quiet.size,
    closeAll: () => {
      for (const raw of quiet.keys()) raw.close(1001, "server is restarting");
      return quiet.size;
    },
    terminateAll: () => {
      for (const raw of quiet.keys()) raw.terminate();
    },
  };
};

/** Mounts the socket routes; a plain GET on one is told to speak WebSocket. */
export const mountSockets = (
  app: FastifyInstance,
  sockets: readonly SocketRoute[],
  heart: Heart,
  meter: Meter,
): void => {
  for (const route of sockets) {
    app.route({
      method: "GET",
      url: route.path,
      handler: async (_request, reply) => sendReply(reply, httpError("UPGRADE_REQUIRED")),
      wsHandler: (raw: RawSocket, request) => {
        if (heart.size() >= HTTP_LIMITS.sockets) {
          meter.count("refusal", { why: "sockets" });
          return raw.close(TRY_AGAIN, "too many are here");
        }
        heart.add(raw);
        route.open(toWebRequest(request), wrap(raw, meter));
      },
    });
    refuseOtherMethods(app, route.path, new Set(["GET"]));
  }
};
