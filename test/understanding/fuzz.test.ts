import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenQuestion } from "../../src/core/conversation.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { createUnderstand } from "../../src/understanding/index.ts";
import { PIECES } from "./adversarial-texts.ts";
import { shipped, shippedModels } from "./shipped-intents.ts";
import { vocabulary } from "./vocabulary.ts";

let understand: Understand;

beforeAll(async () => {
  understand = createUnderstand({ models: await shippedModels(), labels: shipped.labels, vocabulary });
}, 300_000);

const OPEN: readonly (OpenQuestion | undefined)[] = [
  undefined,
  { kind: "fact", fact: "line_kind", benefit: "waiver" },
  { kind: "fact", fact: "termination", benefit: "waiver" },
  { kind: "fact", fact: "no_such_fact", benefit: "waiver" },
  { kind: "confirm", fact: "termination", value: "2025-10-03" },
  { kind: "person" },
  { kind: "intent", intents: ["waiver_window"] },
  { kind: "intent", intents: [] },
];

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES, "아니"), { maxLength: 30 }).map((parts) => parts.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);

describe("any text at all", () => {
  it("is read without a throw, into an understanding that holds together", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, fc.constantFrom("ko", "en"), fc.nat({ max: OPEN.length - 1 }), (raw, language, at) => {
        const open = OPEN[at];
        const said = understand(raw, { language, today: "2026-01-10", ...(open === undefined ? {} : { open }) });
        expect(said.segments.length).toBeLessThanOrEqual(3);
        expect(said.text === "" && said.segments.length > 0).toBe(false);
        for (const { confidence, intent, band } of said.segments) {
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          expect((band === "rejected") === (intent === "out_of_scope")).toBe(true);
        }
        expect(said.text.isWellFormed()).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it("of a megabyte is read in good time", { timeout: 60_000 }, () => {
    const unit = ["가", "a ", "1월 3일 ", "(", "\u0301", "\ud800", "아니 ", "?", "ㅋ", "\n", "2025.", " "];
    for (const each of unit) {
      const started = performance.now();
      understand(each.repeat(Math.ceil(1_000_000 / each.length)), {
        language: "ko",
        today: "2026-01-10",
        ...(OPEN[2] && { open: OPEN[2] }),
      });
      expect(performance.now() - started, JSON.stringify(each)).toBeLessThan(2_500);
    }
  });
});
