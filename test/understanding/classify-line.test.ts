import { expect, it } from "vitest";
import { classifyLine } from "../../src/cli/classify-line.ts";
import type { Language } from "../../src/core/language.ts";
import type { Understanding } from "../../src/core/understanding.ts";

const segment = (intent: "greeting" | "waiver_window" | "distress") =>
  ({
    text: "",
    intent,
    confidence: 0.123456,
    band: "sure",
    alternatives: [{ intent: "mp_refund", confidence: 0.00001 }],
  }) as const;

const understand =
  (...intents: ("greeting" | "waiver_window" | "distress")[]) =>
  (text: string, language: Language): Understanding => ({
    language,
    text,
    segments: intents.map(segment),
    facts: [],
    corrects: false,
  });

it("gives the matter of the message", () => {
  expect(classifyLine('{"text":"안녕 기간?"}', 1, understand("greeting", "waiver_window"))).toEqual({
    text: "안녕 기간?",
    intent: "waiver_window",
    confidence: 0.1235,
    alternatives: [{ intent: "mp_refund", confidence: 0 }],
    language: "ko",
  });
});

it.each([
  ["hi", "en"],
  ["ok", "en"],
  ["sim", "en"],
  ["help me", "en"],
  ["네", "ko"],
  ["2", "ko"],
])("takes %j without a language for %s", (text, language) => {
  expect(classifyLine(JSON.stringify({ text }), 1, understand("greeting"))).toMatchObject({ language });
});

it("puts danger first, and nothing said outside", () => {
  expect(classifyLine('{"text":"a","lang":"en"}', 1, understand("waiver_window", "distress"))).toMatchObject({
    intent: "distress",
    language: "en",
  });
  expect(classifyLine('{"text":""}', 1, understand())).toMatchObject({ intent: "out_of_scope", confidence: 1 });
});

it.each(["", "nonsense", "[]", '{"text":1}', '{"text":"a","lang":"fr"}', '{"text":"a","more":1}', "null"])(
  "names the bad line %j",
  (line) => {
    expect(classifyLine(line, 7, understand("greeting"))).toMatchObject({ error: { line: 7 } });
  },
);
