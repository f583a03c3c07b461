import { describe, expect, it } from "vitest";
import type { IncidentFile } from "../../src/content/schemas.ts";
import { conversationId } from "../../src/core/ids.ts";
import type { LogEntry } from "../../src/ports/log-entry.ts";
import { mentioned } from "../../src/turn/mentioned.ts";

const incident = {
  names: { ko: ["KT", "케이티"], en: ["KT"] },
  company: { ko: "KT", en: "KT" },
  covers_from: "2025-12-30",
} as IncidentFile;

const entries = (...texts: readonly string[]): readonly LogEntry[] =>
  texts.map((text, at) => ({
    conversation: conversationId("c"),
    seq: at + 1,
    at: "2026-01-10T01:00:00.000Z",
    body: { kind: "customer", text, masked: 0 },
  }));

const value = (...texts: readonly string[]) => mentioned(incident, entries(...texts), "2026-01-10")[0]?.value;

describe("what the customer named", () => {
  it("is one line for staff, each thing once", () => {
    expect(value("엄마가 KT 쓰다가 SKT로 갔어요", "위약금 15만 원 냈어요", "엄마 폰이고 2012년 가입이에요")).toBe(
      "엄마 · SK텔레콤 · 15만 원 · 2012년",
    );
  });

  it("holds no phone number", () => expect(value("제 번호는 010-1234-5678이에요")).toBeUndefined());

  it("is no line when nothing was named", () =>
    expect(mentioned(incident, entries("위약금 얼마예요"), "2026-01-10")).toEqual([]));
});
