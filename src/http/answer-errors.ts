import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { AppError } from "../core/app-error.ts";
import type { Log } from "../ports/log.ts";
import { codeOfStatus, httpError } from "./http-error.ts";
import { sendReply } from "./send-reply.ts";

/** Where an error was thrown, without its message: that may quote what the customer wrote. */
const placeOf = (error: Error): string | undefined =>
  error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();

const statusOf = (error: unknown): number => {
  if (error instanceof AppError) return error.code === "STORE_UNAVAILABLE" || error.code === "OVERLOADED" ? 503 : 500;
  if (typeof error === "object" && error !== null && "statusCode" in error && typeof error.statusCode === "number") {
    return error.statusCode;
  }
  return 500;
};

/** Turns whatever was thrown into a short JSON error; only our own faults are logged. */
export const answerErrors = (app: FastifyInstance, log: Log): void => {
  app.setNotFoundHandler(async (_request, reply) => sendReply(reply, httpError("NOT_FOUND")));
  app.setErrorHandler(async (error, request, reply) => {
    const code = codeOfStatus(statusOf(error));
    // Load is counted, not logged: a line for each would be load of its own.
    const load = error instanceof AppError && error.code === "OVERLOADED";
    if (!load && (code === "INTERNAL" || code === "UNAVAILABLE")) {
      log.error("http.failed", {
        route: request.routeOptions.url ?? "none",
        code: error instanceof AppError ? error.code : code,
        error: error instanceof Error ? error.name : typeof error,
        at: error instanceof Error ? placeOf(error) : undefined,
      });
    }
    return sendReply(reply, httpError(code));
  });
};

/** Answers an address that cannot be decoded; the ordinary reply cannot be used for it. */
export const answerMisrouted = (raw: ServerResponse): void => {
  const answer = httpError("BAD_REQUEST");
  raw.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
};

/** Answers what is not HTTP at all, or comes too slowly; there is no request object yet. */
export const answerUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const answer = httpError(
    error.code === "HPE_HEADER_OVERFLOW"
      ? "HEADERS_TOO_LARGE"
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? "TIMED_OUT"
        : "BAD_REQUEST",
  );
  const body = JSON.stringify(answer.body);
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${answer.status} Refused\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  }
  socket.destroy();
};
