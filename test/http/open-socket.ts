import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";

/** A WebSocket client for tests: short text frames only. */
export interface TestSocket {
  readonly received: readonly string[];
  /** Waits until `enough` is true of what was received. */
  until(enough: (received: readonly string[]) => boolean): Promise<readonly string[]>;
  /** Resolves to the close code; 1006 when the connection just broke. */
  readonly closed: Promise<number>;
  sendText(text: string): void;
  /** Reads nothing until `resume`. */
  pause(): void;
  resume(): void;
  /** Breaks the connection without a word. */
  destroy(): void;
}

interface Frame {
  readonly opcode: number;
  readonly payload: Buffer;
  readonly length: number;
}

const PATIENCE_MS = 5_000;

const readFrame = (bytes: Buffer): Frame | undefined => {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + size) return undefined;
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(head, head + size), length: head + size };
};

const maskedFrame = (opcode: number, payload: Buffer): Buffer => {
  const mask = randomBytes(4);
  const masked = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x80 | opcode, 0x80 | payload.length]), mask, masked]);
};

const converse = (socket: Socket, head: Buffer): TestSocket => {
  const received: string[] = [];
  const watchers = new Set<() => void>();
  let bytes: Buffer = head;
  let tellClosed: (code: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => {
    tellClosed = resolve;
  });
  const take = (): void => {
    for (let frame = readFrame(bytes); frame !== undefined; frame = readFrame(bytes)) {
      bytes = bytes.subarray(frame.length);
      if (frame.opcode === 1) received.push(frame.payload.toString("utf8"));
      if (frame.opcode === 8) tellClosed(frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005);
      if (frame.opcode === 9) socket.write(maskedFrame(10, frame.payload));
    }
    for (const watch of watchers) watch();
  };
  socket.on("data", (part: Buffer) => {
    bytes = Buffer.concat([bytes, part]);
    take();
  });
  socket.on("error", () => undefined);
  socket.on("close", () => tellClosed(1006));
  take();
  return {
    received,
    closed,
    until: (enough) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`not in time: ${JSON.stringify(received)}`)), PATIENCE_MS);
        const watch = (): void => {
          if (!enough(received)) return;
          clearTimeout(late);
          watchers.delete(watch);
          resolve(received);
        };
        watchers.add(watch);
        watch();
      }),
    sendText: (text) => socket.write(maskedFrame(1, Buffer.from(text))),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    destroy: () => socket.destroy(),
  };
};

/** Opens a WebSocket; rejects with the status when the server answers otherwise. */
export const openSocket = (url: string, headers: Readonly<Record<string, string>> = {}): Promise<TestSocket> =>
  new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws/, "http"), {
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": randomBytes(16).toString("base64"),
        ...headers,
      },
    });
    asked.on("upgrade", (_answer, socket, head) => resolve(converse(socket, head)));
    asked.on("response", (answer) => {
      answer.resume();
      reject(new Error(`status ${answer.statusCode}`));
    });
    asked.on("error", reject);
    asked.end();
  });
