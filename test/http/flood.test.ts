import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/build.mjs";
import { createServer, type HttpServer, type ServerOptions } from "../../src/http/create-server.ts";
import { HTTP_LIMITS } from "../../src/http/http-limits.ts";
import type { Socket, WebRoute } from "../../src/ports/web.ts";
import { createKeptMeter } from "../ports/create-kept-meter.ts";
import { createKeptLog } from "./create-kept-log.ts";
import { openSocket } from "./open-socket.ts";

const open: HttpServer[] = [];
const PATIENT = { timeout: 10_000 };

async function start(options: Partial<ServerOptions>) {
  const log = createKeptLog();
  const meter = createKeptMeter();
  const server = createServer({ routes: [], sockets: [], files: [], ready: () => true, log, meter, ...options });
  open.push(server);
  return { url: await server.listen(0, "127.0.0.1"), meter, log };
}

const children: ChildProcess[] = [];

/** A server in a process of its own, on a store that never answers. */
async function startChild(): Promise<string> {
  const file = join(root, "dist/test/http/hanging-store-child.js");
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return line.toString().trim();
}

/** Cheaper than fetch, of which two thousand would keep the test itself busy; resolves to what was answered. */
const post = (url: string, body: string): Promise<string> =>
  new Promise((resolve) => {
    const asked = request(url, { method: "POST", agent: false }, (answer) => {
      answer.resume();
      resolve(`${answer.statusCode}, again in ${answer.headers["retry-after"]} s`);
    });
    asked.on("error", (error) => resolve(error.message));
    asked.end(body);
  });

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const route = (handle: WebRoute["handle"]): WebRoute => ({ method: "POST", path: "/say", handle });
const times = (many: readonly string[], what: string) => many.filter((one) => one === what).length;

describe("a flood", () => {
  it("of 2,000 requests on a store that never answers is refused, kept small, and does not hide the process", async () => {
    const url = await startChild();
    const seen = async () => (await (await fetch(`${url}/seen`)).json()) as { rss: number; counted: readonly string[] };
    const flood = Array.from({ length: 2_000 }, () => post(`${url}/say`, "가".repeat(1_000)));
    const refused = async () => times((await seen()).counted, "accept refused");
    await expect.poll(refused, { timeout: 40_000, interval: 200 }).toBeGreaterThan(0);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const answers = await Promise.all(flood);
    expect(new Set(answers)).toEqual(new Set(["503, again in 1 s"]));
    const { rss, counted } = await seen();
    expect(times(counted, "accept failed")).toBeLessThanOrEqual(512);
    expect(rss / 1e6).toBeLessThan(250);
  }, 60_000);

  it("beyond what is answered at a time is turned away before it is read; health and metrics never", async () => {
    const waiting: (() => void)[] = [];
    const hang = route(() => new Promise((resolve) => waiting.push(() => resolve({ status: 200 }))));
    const watched: WebRoute = { method: "GET", path: "/metrics", handle: async () => ({ status: 200 }) };
    const gate = { requestsAtOnce: 3, answerMs: 60_000 };
    const { url, meter } = await start({ routes: [hang], watch: [watched], gate });
    const say = () => fetch(`${url}/say`, { method: "POST", body: "x" });
    const inside = [say(), say(), say()];
    await expect.poll(() => waiting.length, PATIENT).toBe(3);
    const refused = await say();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
    for (const answer of waiting) answer();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(meter.counted).toEqual(["refusal requests"]);
    const next = say();
    await expect.poll(() => waiting.length, PATIENT).toBe(4);
    waiting[3]?.();
    expect((await next).status).toBe(200);
  });

  it("gets a sentence where nobody calls again: what is short is read, nothing is kept, and strangers learn nothing", async () => {
    const waiting: (() => void)[] = [];
    const taken: string[] = [];
    const once: WebRoute = {
      ...route((request) => {
        taken.push(request.body.toString());
        return new Promise((resolve) => waiting.push(() => resolve({ status: 200, body: { said: "in time" } })));
      }),
      bodyLimit: 1024 * 1024,
      whenBusy: ({ body }) => (body.toString() === "must" ? undefined : { status: 200, body: { said: "later" } }),
    };
    const { url, meter } = await start({ routes: [once], gate: { requestsAtOnce: 1, answerMs: 60_000 } });
    const say = async (body: string) => {
      const answer = await fetch(`${url}/say`, { method: "POST", body });
      return [answer.status, ((await answer.json()) as { said?: string }).said];
    };
    const first = say("one");
    await expect.poll(() => waiting.length, PATIENT).toBe(1);
    expect(await say("two")).toEqual([200, "later"]);
    expect(await say("x".repeat(HTTP_LIMITS.busyBodyBytes + 1))).toEqual([503, undefined]);
    const must = say("must");
    await expect.poll(() => waiting.length, PATIENT).toBe(2);
    expect(await say("as many again are let in, and no more")).toEqual([503, undefined]);
    for (const answer of waiting) answer();
    expect([await first, await must]).toEqual([
      [200, "in time"],
      [200, "in time"],
    ]);
    expect(taken).toEqual(["one", "must"]);
    expect(new Set(meter.counted)).toEqual(new Set(["refusal requests"]));
    void say("after");
    await expect.poll(() => taken.at(-1), PATIENT).toBe("after");
    waiting.at(-1)?.();
  });

  it("of answers that never come is ended, and counts as long as the work goes on", async () => {
    const waiting: (() => void)[] = [];
    const hang = route(() => new Promise((resolve) => waiting.push(() => resolve({ status: 200 }))));
    const { url, meter } = await start({ routes: [hang], gate: { requestsAtOnce: 1, answerMs: 50 } });
    const say = async () => (await fetch(`${url}/say`, { method: "POST", body: "x" })).status;
    expect(await say()).toBe(503);
    expect(await say()).toBe(503);
    expect(waiting).toHaveLength(1);
    expect(meter.counted).toEqual(["refusal answer-time", "refusal requests"]);
    waiting[0]?.();
    await expect.poll(say, PATIENT).toBe(503);
    await expect.poll(() => waiting.length, PATIENT).toBe(2);
  });

  it("says that it cannot work when that does not come out in time", async () => {
    const { url } = await start({ ready: () => new Promise(() => undefined) });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe("a socket that reads too slowly", () => {
  it("is closed with 1013 before much waits for it", async () => {
    let server: Socket | undefined;
    const { url, meter } = await start({
      sockets: [
        {
          path: "/live",
          open: (_request, socket) => {
            server = socket;
          },
        },
      ],
    });
    const client = await openSocket(`${url}/live`);
    client.pause();
    const frame = "x".repeat(64 * 1024);
    let sent = 0;
    while (!meter.counted.includes("refusal slow-socket") && sent < 1_000) {
      server?.send(frame);
      sent += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    // What the two kernels take is a few megabytes more.
    expect(sent).toBeLessThan(HTTP_LIMITS.socketBacklogBytes / frame.length + 300);
    server?.send("dropped");
    client.resume();
    expect(await client.closed).toBe(1013);
    expect(client.received).not.toContain("dropped");
    expect(times(meter.counted, "refusal slow-socket")).toBe(1);
  });
});
