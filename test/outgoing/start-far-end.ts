import { createServer, type Server, type Socket } from "node:net";
import { afterEach } from "vitest";

export interface FarEnd {
  readonly port: number;
  readonly url: string;
  /** Connections so far. */
  readonly connections: () => number;
  /** Requests whose head has come whole. */
  readonly requests: readonly string[];
}

const open: { readonly server: Server; readonly sockets: Set<Socket> }[] = [];

afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
});

/** A far end on raw TCP, so that it can break anywhere: `answer` gets each request once its head has come whole. */
export async function startFarEnd(
  answer: (socket: Socket, request: string) => void,
  connected: (socket: Socket) => void = () => undefined,
): Promise<FarEnd> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    connected(socket);
    let waiting = "";
    socket.on("data", (chunk) => {
      waiting += chunk.toString("latin1");
      if (!waiting.includes("\r\n\r\n")) return;
      const request = waiting;
      waiting = "";
      requests.push(request);
      answer(socket, request);
    });
  });
  open.push({ server, sockets });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, url: `http://127.0.0.1:${port}`, connections: () => connections, requests };
}

/** A whole answer over HTTP/1.1. */
export const whole = (status: number, body: string, headers = ""): string =>
  `HTTP/1.1 ${status} X\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
