import { describe, expect, it } from "vitest";
import { conversationId } from "../../src/core/ids.ts";
import { payloadsOf, readPayload } from "../../src/store/postgres/hints.ts";

const grown = (id: string) => ({ kind: "entries", conversation: conversationId(id) }) as const;

describe("hints between processes", () => {
  it("come back as they were", () => {
    const hints = { from: "w1", work: ["arrival"], news: [grown("c1"), { kind: "missed" }] } as const;
    expect(payloadsOf(hints).map(readPayload)).toEqual([hints]);
  });

  it("are cut into payloads that PostgreSQL takes, and nothing is left out", () => {
    const news = Array.from({ length: 500 }, (_, i) => grown(`${i}-${"가".repeat(i % 40)}`));
    const payloads = payloadsOf({ from: "w1", work: [], news });
    expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8_000);
    expect(payloads.flatMap((payload) => readPayload(payload)?.news ?? [])).toEqual(news);
  });

  it("say that something was missed where one thing alone is too large", () => {
    const [payload = ""] = payloadsOf({ from: "w1", work: ["delivery"], news: [grown("x".repeat(9_000))] });
    expect(readPayload(payload)).toEqual({ from: "w1", work: ["delivery"], news: [{ kind: "missed" }] });
  });

  it.each(["", "null", "1", "{}", "[]", '{"work":[]}', "{"])("ignore %j, which is not ours", (payload) => {
    expect(readPayload(payload)).toBeUndefined();
  });
});
