import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/core/app-error.ts";
import { createServer, type HttpServer, type ServerOptions } from "../../src/http/create-server.ts";
import type { Socket, WebRoute } from "../../src/ports/web.ts";
import { createKeptLog } from "./create-kept-log.ts";
import { openSocket } from "./open-socket.ts";

const log = createKeptLog();
const open: HttpServer[] = [];

const start = async (options: Partial<ServerOptions> = {}): Promise<string> => {
  const server = createServer({ routes: [], sockets: [], files: [], ready: () => true, log, ...options });
  open.push(server);
  return server.listen(0, "127.0.0.1");
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const echo: WebRoute = {
  method: "POST",
  path: "/echo/:id",
  bodyLimit: 100,
  handle: async (request) => ({
    status: 200,
    body: { id: request.params.id, q: request.query.q, hex: request.body.toString("hex"), path: request.path },
  }),
};

const raw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.on("data", (part) => {
      answer += part.toString("latin1");
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });

describe("routes", () => {
  it("hands over parameters, query and the bytes of a body of any type", async () => {
    const url = await start({ routes: [echo] });
    for (const type of ["application/json", "text/plain; charset=euc-kr", "application/x-unknown"]) {
      const answer = await fetch(`${url}/echo/%EA%B0%80?q=1&q=2`, {
        method: "POST",
        headers: { "content-type": type },
        body: Buffer.from([0xff, 0x00, 0x7b]),
      });
      expect(await answer.json()).toEqual({ id: "가", q: "1", hex: "ff007b", path: "/echo/%EA%B0%80" });
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  it("that are called by a few machines for many customers are not limited by address", async () => {
    const limited: WebRoute = { method: "POST", path: "/each", handle: async () => ({ status: 200, body: {} }) };
    const url = await start({
      routes: [limited, { ...limited, path: "/many", forMany: true }],
      trustProxy: true,
      perAddress: { perSecond: 0.001, burst: 2 },
    });
    const headers = { "x-forwarded-for": "203.0.113.7" };
    const call = async (path: string) => (await fetch(url + path, { method: "POST", headers })).status;
    expect([await call("/each"), await call("/each"), await call("/each")]).toEqual([200, 200, 429]);
    expect([await call("/many"), await call("/many"), await call("/many")]).toEqual([200, 200, 200]);
  });

  it("learns whether its answer was written, once", async () => {
    const done: boolean[] = [];
    const begun: (() => void)[] = [];
    const slow: WebRoute = {
      method: "POST",
      path: "/slow",
      handle: () =>
        new Promise((resolve) => {
          begun.push(() => resolve({ status: 200, body: { ok: true }, onDone: (written) => done.push(written) }));
        }),
    };
    const url = await start({ routes: [slow] });
    const whole = fetch(`${url}/slow`, { method: "POST" });
    await expect.poll(() => begun.length).toBe(1);
    begun[0]?.();
    await (await whole).text();
    await expect.poll(() => done).toEqual([true]);
    const gone = connect(Number(new URL(url).port), "127.0.0.1");
    gone.write("POST /slow HTTP/1.1\r\nhost: localhost\r\ncontent-length: 0\r\n\r\n");
    await expect.poll(() => begun.length).toBe(2);
    gone.destroy();
    // The server must hear of it before it answers.
    await new Promise((resolve) => setTimeout(resolve, 100));
    begun[1]?.();
    await expect.poll(() => done).toEqual([true, false]);
  });

  it("refuses with a code and nothing else", async () => {
    const url = await start({ routes: [echo] });
    const cases = [
      [await fetch(`${url}/nowhere`), 404, "NOT_FOUND"],
      [await fetch(`${url}/echo/1`), 405, "METHOD_NOT_ALLOWED"],
      [await fetch(`${url}/echo/1`, { method: "POST", body: "x".repeat(101) }), 413, "BODY_TOO_LARGE"],
      [await fetch(`${url}/echo/%E0%A4%A`, { method: "POST" }), 400, "BAD_REQUEST"],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect(answer.status).toBe(status);
      expect(await answer.json()).toEqual({ error: { code, message: expect.any(String) } });
    }
    expect(cases[1][0].headers.get("allow")).toBe("POST");
  });

  it("hides what broke, and notes where without the words", async () => {
    const broken = (path: string, error: unknown): WebRoute => ({
      method: "GET",
      path,
      handle: async () => Promise.reject(error),
    });
    const url = await start({
      routes: [
        broken("/bug", new Error("secret words of a customer")),
        broken("/disk", new AppError("STORE_UNAVAILABLE", "secret path")),
      ],
    });
    const [bug, disk] = [await fetch(`${url}/bug`), await fetch(`${url}/disk`)];
    expect([bug.status, disk.status]).toEqual([500, 503]);
    expect((await bug.text()) + (await disk.text())).not.toContain("secret");
    const noted = JSON.stringify(log.lines);
    expect(noted).toContain("STORE_UNAVAILABLE");
    expect(noted).toContain("create-server.test");
    expect(noted).not.toContain("secret");
  });

  it("never logs a query string", async () => {
    const url = await start({ routes: [echo] });
    await fetch(`${url}/echo/conversation-7?t=ticket-of-a-customer`, { method: "POST" });
    const noted = JSON.stringify(log.lines);
    expect(noted).not.toContain("ticket-of-a-customer");
    expect(noted).not.toContain("conversation-7");
    expect(noted).toContain("/echo/:id");
  });

  it("answers what is not HTTP with 400 and goes on", async () => {
    const url = await start();
    expect(await raw(url, "NONSENSE\r\n\r\n")).toContain("400");
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("says whether it is alive and whether it can work", async () => {
    let ready = false;
    const url = await start({ ready: () => ready });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    ready = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});

describe("callers", () => {
  it("serves nothing to another host name or another site", async () => {
    const url = await start({ routes: [echo] });
    const port = new URL(url).port;
    const foreignHost = await raw(url, `GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
    expect(foreignHost).toContain("403");
    const local = await raw(url, `GET /healthz HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
    expect(local).toContain("200");
    const foreignOrigin = await fetch(`${url}/healthz`, { headers: { origin: "https://evil.example" } });
    expect(foreignOrigin.status).toBe(403);
  });

  it("lets nothing from elsewhere into a page", async () => {
    const url = await start();
    const headers = (await fetch(`${url}/healthz`)).headers;
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });
});

describe("files", () => {
  const body = Buffer.from("안녕".repeat(100));
  const file = {
    path: "/a.js",
    contentType: "text/javascript; charset=utf-8",
    body,
    encoded: { gzip: gzipSync(body) },
    immutable: true,
  };

  it("sends the compressed body to whom takes it, and 304 to whom has it", async () => {
    const url = await start({ files: [file] });
    const packed = await fetch(`${url}/a.js`, { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(await packed.text()).toBe(body.toString());
    const plain = await fetch(`${url}/a.js`, { headers: { "accept-encoding": "gzip;q=0, identity" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(plain.headers.get("cache-control")).toContain("immutable");
    const again = await fetch(`${url}/a.js`, {
      headers: { "accept-encoding": "identity", "if-none-match": plain.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${url}/a.js`, { method: "POST" })).status).toBe(405);
  });
});

describe("sockets", () => {
  it("connects a socket with its request and tells when it is gone", async () => {
    let gone = 0;
    let server: Socket | undefined;
    const url = await start({
      sockets: [
        {
          path: "/live/:id",
          open: (request, socket) => {
            server = socket;
            socket.onMessage((text) => socket.send(`${request.params.id} ${request.query.q} ${text}`));
            socket.onClose(() => {
              gone += 1;
            });
          },
        },
      ],
    });
    const client = await openSocket(`${url}/live/7?q=x`);
    client.sendText("hello");
    expect(await client.until((received) => received.length === 1)).toEqual(["7 x hello"]);
    server?.close(4000, "enough");
    expect(await client.closed).toBe(4000);
    client.destroy();
    await expect.poll(() => gone).toBe(1);
  });

  it("refuses a plain GET and a foreign site on a socket path", async () => {
    const url = await start({ sockets: [{ path: "/live", open: () => undefined }] });
    expect((await fetch(`${url}/live`)).status).toBe(426);
    await expect(openSocket(`${url}/live`, { origin: "https://evil.example" })).rejects.toThrow("403");
    await expect(openSocket(`${url}/elsewhere`)).rejects.toThrow();
  });

  it("closes within five seconds, says so to open sockets, and lets a running request end", async () => {
    let finish: (() => void) | undefined;
    const server = createServer({
      routes: [
        {
          method: "GET",
          path: "/slow",
          handle: () =>
            new Promise((resolve) => {
              finish = () => resolve({ status: 200, body: "done" });
            }),
        },
      ],
      sockets: [{ path: "/live", open: () => undefined }],
      files: [],
      ready: () => true,
      log,
    });
    const url = await server.listen(0, "127.0.0.1");
    const client = await openSocket(`${url}/live`);
    const slow = fetch(`${url}/slow`);
    await expect.poll(() => finish).toBeDefined();
    const started = performance.now();
    const closing = server.close();
    expect(await client.closed).toBe(1001);
    finish?.();
    expect(await (await slow).text()).toBe("done");
    await closing;
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("the port", () => {
  it("says what to do when it is taken", async () => {
    const url = await start();
    const second = createServer({ routes: [], sockets: [], files: [], ready: () => true, log });
    open.push(second);
    await expect(second.listen(Number(new URL(url).port), "127.0.0.1")).rejects.toMatchObject({ code: "PORT_IN_USE" });
  });
});
