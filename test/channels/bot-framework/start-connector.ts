import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { OutgoingActivity } from "../../../src/channels/bot-framework/render.ts";

export interface Posted {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: OutgoingActivity;
}

/** A connector on this machine that keeps what it is sent. `answer` may break it; undefined answers as a good one. */
export async function startConnector() {
  const posted: Posted[] = [];
  const faults: ((response: ServerResponse) => void)[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = "";
    for await (const chunk of request) body += chunk;
    posted.push({ path: request.url ?? "", authorization: request.headers.authorization, activity: JSON.parse(body) });
    const fault = faults.shift();
    if (fault !== undefined) return fault(response);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: `far-${posted.length}` }));
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    posted,
    /** What the next requests meet instead of a good answer, in order. */
    faults,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
