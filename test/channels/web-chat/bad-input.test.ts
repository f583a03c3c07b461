import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseActivity } from "../../../src/channels/web-chat/parse-activity.ts";
import { type RunningWebChat, type Session, startWebChat } from "./start-web-chat.ts";

const sample = JSON.stringify({
  type: "message",
  text: "위약금 면제 되나요?",
  from: { id: "dl_1" },
  channelData: { clientActivityID: "c-1" },
});

const hard: readonly (readonly [string, Buffer])[] = [
  ["empty", Buffer.alloc(0)],
  ["null", Buffer.from("null")],
  ["array", Buffer.from("[]")],
  ["string", Buffer.from('"x"')],
  ["number", Buffer.from("1e400")],
  ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ["UTF-16", Buffer.from(`\ufeff${sample}`, "utf16le")],
  ["deep", Buffer.from("[".repeat(100_000))],
  ["deep and closed", Buffer.from(`{"type":"message","value":${"[".repeat(50_000)}${"]".repeat(50_000)}}`)],
  ["many keys", Buffer.from(`{${Array.from({ length: 10_000 }, (_, key) => `"k${key}":1`).join(",")}}`)],
  ["prototype", Buffer.from('{"__proto__":{"type":"message"},"constructor":{"prototype":{"type":"message"}}}')],
  ["wrong types", Buffer.from('{"type":["message"],"text":{"a":1}}')],
  ["wrong text", Buffer.from('{"type":"message","text":7}')],
  ["no type", Buffer.from('{"text":"x"}')],
];

let chat: RunningWebChat;
let session: Session;

beforeAll(async () => {
  chat = await startWebChat();
  session = await chat.session();
});

afterAll(() => chat.close());

const post = (body: Buffer, type = "application/json") =>
  fetch(`${chat.url}/v3/directline/conversations/${session.conversationId}/activities`, {
    method: "POST",
    headers: { authorization: `Bearer ${session.token}`, "content-type": type },
    body,
  });

describe("bad input", () => {
  it.each(hard)("%s is the client's fault, never ours", async (name, body) => {
    const { status } = await post(body);
    expect(status).toBeGreaterThanOrEqual(name === "deep and closed" ? 200 : 400);
    expect(status).toBeLessThan(500);
  });

  it("is refused when it is huge", async () => {
    expect((await post(Buffer.alloc(300 * 1024, 32))).status).toBe(413);
  });

  it("is refused wherever a good message is cut off", async () => {
    const whole = Buffer.from(sample);
    for (let length = 0; length < whole.length; length += 7) {
      expect((await post(whole.subarray(0, length))).status).toBe(400);
    }
    expect((await post(whole, "text/plain")).status).toBe(200);
  });

  it("on any route answers below 500", async () => {
    const id = session.conversationId;
    for (const path of [
      "/v3/directline/conversations",
      `/v3/directline/conversations/${id}`,
      `/v3/directline/conversations/${"x".repeat(5_000)}`,
      `/v3/directline/conversations/${id}/activities?watermark=${"9".repeat(400)}`,
      `/v3/directline/conversations/${id}/activities?watermark=-1&watermark[]=x`,
      `/v3/directline/conversations/${id}/stream?t=%00`,
      "/v3/directline/tokens/generate",
      "/web-chat/session",
    ]) {
      for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
        const { status } = await chat.call(method, path, session.token, method === "GET" ? undefined : '{"a":');
        expect([path, method, status < 500]).toEqual([path, method, true]);
      }
    }
  });

  it("of any shape is parsed without throwing, and what is taken is well formed", () => {
    const anyBody = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((json) => Buffer.from(json)),
      fc
        .record(
          {
            type: fc.constantFrom("message", "event", ""),
            text: fc.oneof(fc.string({ unit: "binary" }), fc.anything()),
            value: fc.anything(),
            channelData: fc.anything(),
            attachments: fc.anything(),
          },
          { requiredKeys: [] },
        )
        .map((value) => Buffer.from(JSON.stringify(value, (_, part) => (typeof part === "bigint" ? 1 : part)) ?? "")),
    );
    fc.assert(
      fc.property(anyBody, (body) => {
        const parsed = parseActivity(body);
        if (parsed.kind === "message") expect(parsed.text).toBe(parsed.text.replace(/\p{Surrogate}|\0/gu, ""));
      }),
      { numRuns: 1_000 },
    );
  });
});
