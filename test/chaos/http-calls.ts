import { Agent, request } from "node:http";

export interface Reply {
  /** 0 when no whole answer came: refused, cut, or too late. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

export interface CallParts {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly token?: string;
  readonly body?: object;
  readonly patienceMs?: number;
}

/** As far ends wait, three seconds: longer than any good answer takes, so that a frozen process is left for another. */
const PATIENCE_MS = 3_000;

const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256 });

/** One call as a client's program makes it; never rejects. */
export function call({ method, url, token, body, patienceMs = PATIENCE_MS }: CallParts): Promise<Reply> {
  const started = performance.now();
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve) => {
    const end = (status: number, words = ""): void => resolve({ status, body: words, ms: performance.now() - started });
    const asked = request(
      url,
      {
        method,
        agent,
        timeout: patienceMs,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(text === undefined
            ? {}
            : { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) }),
        },
      },
      (response) => {
        let read = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          read += part;
        });
        response.on("end", () => end(response.complete ? (response.statusCode ?? 0) : 0, read));
        response.on("error", () => end(0));
      },
    );
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => end(0));
    asked.end(text);
  });
}

export const isTaken = ({ status }: Reply): boolean => status >= 200 && status < 300;
