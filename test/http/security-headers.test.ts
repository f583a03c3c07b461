import helmet from "@fastify/helmet";
import fastify from "fastify";
import { afterEach, expect, test } from "vitest";
import { createServer } from "../../src/http/create-server.ts";
import { securityHeaders } from "../../src/http/security-headers.ts";
import type { WebRoute } from "../../src/ports/web.ts";
import { createKeptLog } from "./create-kept-log.ts";

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const get = (path: string, handle: WebRoute["handle"]): WebRoute => ({ method: "GET", path, handle });

const startOurs = async (): Promise<string> => {
  const server = createServer({
    routes: [
      get("/page", async () => ({
        status: 200,
        headers: { "content-security-policy": "default-src 'self'" },
        body: {},
      })),
      get("/broken", async () => {
        throw new Error("broken");
      }),
    ],
    sockets: [],
    files: [{ path: "/a.js", contentType: "text/javascript", body: Buffer.from("1"), immutable: false }],
    ready: () => true,
    log: createKeptLog(),
  });
  closing.push(() => server.close());
  return server.listen(0, "127.0.0.1");
};

/** What the library gives by itself. */
const startPlain = async (): Promise<string> => {
  const app = fastify();
  closing.push(() => app.close());
  app.register(helmet, securityHeaders);
  app.get("/", async () => ({}));
  return app.listen({ port: 0, host: "127.0.0.1" });
};

test("every answer, the first and the later ones, has exactly the headers that the library makes", async () => {
  const [ours, plain] = [await startOurs(), await startPlain()];
  const own = ["content-type", "content-length", "date", "connection", "keep-alive"];
  const expected = [...(await fetch(`${plain}/`)).headers].filter(([name]) => !own.includes(name));
  expect(expected.length).toBeGreaterThan(10);
  const asked = [
    ...["/healthz", "/healthz", "/broken", "/nowhere", "/a.js"].map((path) => ({ path, method: "GET" })),
    { path: "/healthz", method: "POST" },
  ];
  for (const { path, method } of asked) {
    const { headers } = await fetch(`${ours}${path}`, { method });
    expect(expected.filter(([name, value]) => headers.get(name) !== value)).toEqual([]);
  }
});

test("a page that sets its own policy has it alone, and the next answer has the common one", async () => {
  const url = await startOurs();
  expect((await fetch(`${url}/page`)).headers.get("content-security-policy")).toBe("default-src 'self'");
  expect((await fetch(`${url}/page`)).headers.get("content-security-policy")).toBe("default-src 'self'");
  expect((await fetch(`${url}/healthz`)).headers.get("content-security-policy")).toContain("default-src 'none'");
});
