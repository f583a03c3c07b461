import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSigned, signed } from "../../src/live-support/signature.ts";
import { statusRoute } from "../../src/live-support/status-route.ts";
import type { SupportReport } from "../../src/ports/live-support.ts";
import { createKeptLog } from "../http/create-kept-log.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const NOW = "2026-01-12T01:00:00.000Z";
const NOW_MS = Date.parse(NOW);
const BODY = JSON.stringify({ support: "case-1_s", status: "accepted" });

async function post(body: string, headers: Readonly<Record<string, string | undefined>>, secret = SECRET) {
  const taken: SupportReport[] = [];
  const take = async (report: SupportReport) => {
    taken.push(report);
    return report.support === "case-1_s";
  };
  const route = statusRoute({ secret, take, now: () => NOW, log: createKeptLog() });
  const request = { method: "POST", path: route.path, params: {}, query: {}, from: "203.0.113.9" };
  const { status } = await route.handle({ ...request, headers, body: Buffer.from(body) });
  return { status, taken };
}

describe("what live support reports over the webhook's road", () => {
  it("is taken when it is signed", async () => {
    expect(await post(BODY, signed(BODY, SECRET, NOW_MS))).toEqual({
      status: 200,
      taken: [{ support: "case-1_s", status: "accepted" }],
    });
  });

  it.each([
    ["without a signature", {}],
    ["with an empty one", { ...signed(BODY, SECRET, NOW_MS), "x-ansim-signature": "" }],
    ["without a time", { "x-ansim-signature": signed(BODY, SECRET, NOW_MS)["x-ansim-signature"] }],
    ["with another secret", signed(BODY, `${SECRET}x`, NOW_MS)],
    ["of another body", signed(`${BODY} `, SECRET, NOW_MS)],
    ["more than five minutes old", signed(BODY, SECRET, NOW_MS - 301_000)],
    ["more than five minutes ahead", signed(BODY, SECRET, NOW_MS + 301_000)],
    ["with another time than was signed", { ...signed(BODY, SECRET, NOW_MS), "x-ansim-timestamp": "1768179601" }],
    ["with a time that is none", { ...signed(BODY, SECRET, NOW_MS), "x-ansim-timestamp": "soon" }],
  ])("is refused %s", async (_, headers) => {
    expect(await post(BODY, headers)).toEqual({ status: 401, taken: [] });
  });

  it("is refused by an assistant whose secret is empty", async () => {
    expect((await post(BODY, signed(BODY, "", NOW_MS), "")).status).toBe(401);
  });

  it.each([
    ["is not JSON", "accepted"],
    ["has another status", '{"support":"case-1_s","status":"done"}'],
    ["has a field that nobody knows", '{"support":"case-1_s","status":"accepted","more":1}'],
    ["has no name", '{"status":"accepted"}'],
    ["has an endless message", JSON.stringify({ support: "case-1_s", status: "failed", message: "가".repeat(1_001) })],
  ])("is not understood when it %s", async (_, body) => {
    expect(await post(body, signed(body, SECRET, NOW_MS))).toEqual({ status: 400, taken: [] });
  });

  it("is not found when nobody passed such a case on", async () => {
    const body = '{"support":"case-2_s","status":"accepted"}';
    expect((await post(body, signed(body, SECRET, NOW_MS))).status).toBe(404);
  });

  it("is signed as the document says, up to the very second on both sides of the window", () => {
    const hex = createHmac("sha256", SECRET).update(`1768179600.${BODY}`).digest("hex");
    expect(signed(BODY, SECRET, NOW_MS)).toEqual({
      "x-ansim-timestamp": "1768179600",
      "x-ansim-signature": `v1=${hex}`,
    });
    for (const ms of [-300_000, 300_000]) {
      const body = Buffer.from(BODY);
      expect(isSigned({ body, timestamp: "1768179600", signature: `v1=${hex}` }, SECRET, NOW_MS + ms)).toBe(true);
    }
  });
});
