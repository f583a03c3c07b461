import { createServer } from "node:http";

/** A connector that takes every reply and tells who waits for it. */
export interface Sink {
  readonly url: string;
  /** Resolves at the first reply to an activity. */
  readonly replyTo: (activity: string) => Promise<void>;
  readonly close: () => void;
}

export async function startSink(): Promise<Sink> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    // The activity that is answered stands in the address; the body need not be read into text.
    const activity = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
    request.resume();
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"id":"1"}');
      waiting.get(activity)?.();
      waiting.delete(activity);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    replyTo: (activity) => new Promise((resolve) => void waiting.set(activity, resolve)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
