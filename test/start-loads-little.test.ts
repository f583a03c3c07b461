import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { createKeptLog } from "./http/create-kept-log.ts";

/** Large, and needed by some settings, by a command or never: a killed process is back sooner without them. */
const LATER =
  /\/node_modules\/((?:pg|ajv|yaml|@opentelemetry\/api|@slack\/[\w-]+|@line\/bot-sdk|natural\/lib\/natural\/index)\b)/;
const WHOLE = /\/node_modules\/(?:undici|prom-client)\/index\.js$/;

it("a start loads no library that only some settings need", async () => {
  await import("../src/app.ts");
  const { createServer } = await import("../src/http/create-server.ts");
  const { createPrometheus } = await import("../src/http/metrics/create-prometheus.ts");
  const prometheus = createPrometheus("0");
  const server = createServer({ routes: [], sockets: [], files: [], ready: () => true, log: createKeptLog() });
  await server.listen(0, "127.0.0.1");
  await server.close();
  const loaded = (): readonly string[] => Object.keys(createRequire(import.meta.url).cache);
  expect(
    loaded().some((file) => file.includes("/node_modules/fastify/")),
    "they are seen here",
  ).toBe(true);
  expect(loaded().filter((file) => LATER.test(file) || WHOLE.test(file))).toEqual([]);

  expect(await prometheus.text()).toContain("process_cpu_seconds_total");
  expect(loaded().filter((file) => WHOLE.test(file))).toHaveLength(1);
});
