import { Agent, request } from "node:http";
import type { RawRequest } from "./channel-harness.ts";

export interface RawReply {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a request exactly as it is given. */
export const sendRaw = (address: string, { method, path, headers, body }: RawRequest): Promise<RawReply> =>
  new Promise((resolve) => {
    const begun = performance.now();
    const done = (status: number, text: string): void => resolve({ status, body: text, ms: performance.now() - begun });
    const sent = request(
      new URL(address),
      { method, path, agent, headers: { ...headers, "content-length": body.length } },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on("data", (part: Buffer) => parts.push(part));
        reply.on("end", () => done(reply.statusCode ?? 0, Buffer.concat(parts).toString()));
        reply.on("error", () => done(0, ""));
      },
    );
    sent.on("error", () => done(0, ""));
    sent.end(body);
  });
