import { createWebChat, type WebChat } from "../../../src/channels/web-chat/create-web-chat.ts";
import type { Bundle } from "../../../src/channels/web-chat/obtain-bundle.ts";
import { createServer } from "../../../src/http/create-server.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import { createKeptLog } from "../../http/create-kept-log.ts";
import { createMemoryLog, type MemoryLog } from "./memory-log.ts";

export const SECRET = "a secret of the company's own server";
export const KEY = new Uint8Array(32).fill(7);
export const ROOT = new URL("../../..", import.meta.url).pathname;

/** Stands in for the 2 MB script, which tests must not download. */
export const fakeBundle: Bundle = {
  version: "0.0.0",
  script: Buffer.from("window.WebChat = {};"),
  encoded: { br: Buffer.alloc(0), gzip: Buffer.alloc(0) },
  licences: Buffer.from("MIT"),
};

/** A clock that the test moves. */
export const createMovingClock = (start = "2026-01-10T01:00:00.000Z"): Clock & { advance(seconds: number): void } => {
  let ms = Date.parse(start);
  const now = (): string => new Date(ms).toISOString();
  return {
    now,
    today: () => now().slice(0, 10),
    local: () => now().slice(0, 16),
    advance: (seconds) => {
      ms += seconds * 1000;
    },
  };
};

export interface Session {
  readonly conversationId: string;
  readonly userId: string;
  readonly token: string;
  readonly resumed: boolean;
}

export interface RunningWebChat {
  readonly url: string;
  readonly memory: MemoryLog;
  readonly channel: WebChat["channel"];
  readonly clock: ReturnType<typeof createMovingClock>;
  readonly logged: () => string;
  call(method: string, path: string, token?: string, body?: unknown): Promise<Response>;
  session(token?: string, locale?: string): Promise<Session>;
  close(): Promise<void>;
}

/** The web chat on a real server, over a log in memory. */
export const startWebChat = async (secret?: string): Promise<RunningWebChat> => {
  const clock = createMovingClock();
  const memory = createMemoryLog(clock.now);
  const log = createKeptLog();
  let made = 0;
  const web = await createWebChat({
    store: memory.store,
    intake: memory.intake,
    clock,
    newId: () => `id-${++made}`,
    log,
    key: KEY,
    root: ROOT,
    obtain: async () => fakeBundle,
    ...(secret === undefined ? {} : { secret }),
  });
  const server = createServer({ ...web, ready: () => true, log });
  const url = await server.listen(0, "127.0.0.1");
  const call: RunningWebChat["call"] = (method, path, token, body) =>
    fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    url,
    memory,
    channel: web.channel,
    clock,
    logged: () => JSON.stringify(log.lines),
    call,
    session: async (token, locale = "ko-KR") =>
      (await (await call("POST", "/web-chat/session", token, { locale })).json()) as Session,
    close: () => server.close(),
  };
};
