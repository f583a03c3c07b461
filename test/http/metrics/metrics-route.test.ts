import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/build.mjs";
import { createPrometheus } from "../../../src/http/metrics/create-prometheus.ts";
import { metricsRoute } from "../../../src/http/metrics/metrics-route.ts";
import type { StoreFigures } from "../../../src/ports/figures.ts";
import type { WebRequest } from "../../../src/ports/web.ts";

const FIGURES: StoreFigures = {
  arrivals: { count: 7, oldestSeconds: 2.5 },
  deliveries: [
    { to: "desk", state: "unknown", count: 3, oldestSeconds: 50 },
    { to: "kakao", state: "new", count: 4, oldestSeconds: 4_000 },
    { to: "line", state: "new", count: 5, oldestSeconds: 4 },
    { to: "no channel of ours", state: "dead", count: 1, oldestSeconds: 4 },
    { to: "nor this", state: "dead", count: 1, oldestSeconds: 4 },
  ],
  cases: [{ status: "queued", count: 2, oldestSeconds: 90 }],
};
const TOKEN = "token-of-the-monitoring";

const request = (more: Partial<WebRequest> = {}): WebRequest => ({
  method: "GET",
  path: "/metrics",
  params: {},
  query: {},
  headers: { host: "127.0.0.1:3978" },
  body: Buffer.alloc(0),
  from: "127.0.0.1",
  ...more,
});

function start(figures: () => Promise<StoreFigures> = async () => FIGURES, token?: string) {
  const prometheus = createPrometheus("hash-of-content");
  const { handle } = metricsRoute({
    prometheus,
    figures,
    held: new Set(["kakao"]),
    ...(token === undefined ? {} : { token }),
  });
  return { prometheus, page: async (asked = request()) => String((await handle(asked)).body), handle };
}

describe("what the page says", () => {
  it("has what waits in the store, what the process did, and how the process is", async () => {
    const { prometheus, page } = start();
    prometheus.count("send", { to: "kakao", result: "unknown" });
    prometheus.count("turn", { outcome: "answered" });
    prometheus.observe("turn", { step: "understand" }, 0.003);
    const text = await page();
    for (const line of [
      "ansim_arrivals_waiting 7",
      "ansim_oldest_arrival_seconds 2.5",
      'ansim_deliveries{to="desk",state="unknown"} 3',
      'ansim_deliveries{to="kakao",state="held"} 4',
      'ansim_deliveries{to="kakao",state="new"} 0',
      'ansim_deliveries{to="line",state="new"} 5',
      'ansim_deliveries{to="other",state="dead"} 2',
      'ansim_oldest_delivery_seconds{to="line"} 4',
      'ansim_oldest_delivery_seconds{to="kakao"} 0',
      'ansim_cases_open{status="queued"} 2',
      'ansim_oldest_case_seconds{status="claimed"} 0',
      "ansim_store_up 1",
      'ansim_sends_total{to="kakao",result="unknown"} 1',
      'ansim_sends_total{to="line",result="sent"} 0',
      'ansim_turns_total{outcome="answered"} 1',
      'ansim_turn_seconds_count{step="understand"} 1',
      'ansim_build_info{content="hash-of-content"} 1',
      'ansim_refusals_total{why="requests"} 0',
    ])
      expect(text.split("\n")).toContain(line);
    expect(text).toMatch(/^nodejs_heap_size_used_bytes \d+/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  });

  it("counts anew on every page", async () => {
    const { page } = start();
    await page();
    expect((await page()).split("\n")).toContain('ansim_deliveries{to="desk",state="unknown"} 3');
  });

  it("has every label and value from a closed list, and nothing else", async () => {
    const text = await start().page();
    const ours = text.split("\n").filter((line) => line.startsWith("ansim_") && !line.startsWith("ansim_build_info"));
    const values = ours.flatMap((line) =>
      [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, label, value]) => [label, value]),
    );
    for (const [label, value] of values) {
      expect(["result", "outcome", "to", "why", "answer", "step", "le", "state", "status"]).toContain(label);
      expect(value).toMatch(label === "le" ? /^[\d.]+$|^\+Inf$/ : /^[a-z-]+$/);
    }
  });
});

describe("a store that is gone", () => {
  it("leaves the figures as they were and says so, whether it fails or is silent", async () => {
    for (const gone of [() => Promise.reject(new Error("gone")), () => new Promise<StoreFigures>(() => undefined)]) {
      let answer = async () => FIGURES;
      const { page } = start(() => answer());
      expect(await page()).toContain("ansim_store_up 1");
      answer = gone;
      const text = await page();
      expect(text).toContain("ansim_store_up 0");
      expect(text).toContain("ansim_arrivals_waiting 7");
    }
  });

  it("is asked one question at a time, however many ask for the page", async () => {
    let asked = 0;
    const { page } = start(() => {
      asked += 1;
      return new Promise(() => undefined);
    });
    const pages = await Promise.all([page(), page(), page()]);
    await page();
    expect(asked).toBe(1);
    expect(pages.every((text) => text.includes("ansim_store_up 0"))).toBe(true);
  });
});

describe("who may read it", () => {
  const status = async (asked: WebRequest, token?: string) => (await start(undefined, token).handle(asked)).status;

  it("is for callers on this machine, not for those whom a proxy on it brings", async () => {
    expect(await status(request())).toBe(200);
    expect(await status(request({ from: "::1", headers: { host: "localhost" } }))).toBe(200);
    expect(await status(request({ from: "10.0.0.5" }))).toBe(403);
    expect(await status(request({ from: "203.0.113.5" }))).toBe(403);
    expect(await status(request({ headers: { host: "help.example.com" } }))).toBe(403);
    const forwarded = { host: "127.0.0.1", "x-forwarded-for": "127.0.0.1" };
    expect(await status(request({ headers: forwarded }))).toBe(403);
  });

  it("is for who has the token, wherever they are, once there is one", async () => {
    const from = "203.0.113.5";
    const withHeader = (authorization: string) => request({ from, headers: { authorization } });
    expect(await status(withHeader(`Bearer ${TOKEN}`), TOKEN)).toBe(200);
    expect(await status(withHeader(`Bearer ${TOKEN}x`), TOKEN)).toBe(401);
    expect(await status(withHeader(TOKEN), TOKEN)).toBe(401);
    expect(await status(request(), TOKEN)).toBe(401);
  });
});

it("keeps no process alive", () => {
  const script = `import { createPrometheus } from ${JSON.stringify(join(root, "dist/src/http/metrics/create-prometheus.js"))};
    process.stdout.write(String((await createPrometheus("x").text()).length > 0));`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 15_000,
  });
  expect([ended.status, ended.stdout, ended.stderr]).toEqual([0, "true", ""]);
});
