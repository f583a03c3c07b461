import { Agent, request } from "node:http";
import { connect } from "node:net";
import type { DamagedRequest } from "./damage-request.ts";

/** `status` 0: the connection was closed without an answer. */
export interface Answer {
  readonly status: number;
  readonly ms: number;
}

const GIVE_UP_MS = 20_000;
const WITHOUT_BODY = ["GET", "HEAD", "OPTIONS"];

export const createAgent = (connections: number): Agent => new Agent({ keepAlive: true, maxSockets: connections });

/** Sends a complete request and reads the answer to its end. */
export function sendDamaged(
  address: string,
  agent: Agent,
  { method, path, headers, body }: DamagedRequest,
): Promise<Answer> {
  const started = performance.now();
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const done = (status: number): void => resolve({ status, ms: performance.now() - started });
    const asked = request({ agent, hostname, port, method, path, headers, timeout: GIVE_UP_MS }, (response) => {
      response.on("data", () => undefined);
      response.on("end", () => done(response.statusCode ?? 0));
      response.on("error", () => done(0));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => done(0));
    asked.end(WITHOUT_BODY.includes(method) ? undefined : body);
  });
}

/** Sends bytes that may not be HTTP at all, and waits until the server has closed or answered. */
export function sendGarbage(address: string, bytes: Buffer): Promise<Answer> {
  const started = performance.now();
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    const done = (): void => resolve({ status: 0, ms: performance.now() - started });
    socket.on("data", () => undefined);
    socket.on("error", () => undefined);
    socket.on("close", done);
    socket.setTimeout(GIVE_UP_MS, () => socket.destroy());
  });
}
