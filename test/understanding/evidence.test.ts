import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenQuestion } from "../../src/core/conversation.ts";
import type { Understand } from "../../src/ports/understand.ts";
import { createUnderstand } from "../../src/understanding/index.ts";
import { shipped, shippedModels } from "./shipped-intents.ts";
import { vocabulary } from "./vocabulary.ts";

let understand: Understand;

beforeAll(async () => {
  understand = createUnderstand({ models: await shippedModels(), labels: shipped.labels, vocabulary });
}, 300_000);

const PIECES = [
  "알뜰폰이고",
  "저는 알뜰폰인데요.",
  "작년 10월 3일에 해지했어요.",
  "2025. 10. 3. 해지했고",
  "9월에 기변하고",
  "10월 말인가 11월 초인가",
  "아직 안 했어요",
  "네",
  "아니요 ",
  "네, 10월 5일에 재약정했어요",
  "입원했어요",
  "신청했어요?",
  "I cancelled on October 3 2025,",
  "I'm on an MVNO",
  "not yet",
  "İİİ ",
  "ΑΣ ",
  "뭐예요?",
  "그리고 ",
  "쿠팡 15만 원 ",
  "2012년 KT ",
  "엄마가 ",
  "010-1234-5678",
  "dkfEmfvhs",
  "😀",
  "\n",
  "ㅋㅋㅋㅋ",
  "한 3년 됐어요",
  "  ",
];
const OPEN: readonly (OpenQuestion | undefined)[] = [
  undefined,
  ...["line_kind", "termination", "contract_event", "hardship", "claim_made"].map(
    (fact): OpenQuestion => ({ kind: "fact", fact, benefit: "waiver" }),
  ),
  { kind: "confirm", fact: "termination", value: "2025-10-03" },
];
const messages = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((parts) => parts.join(" ")) },
  fc.constantFrom(...shipped.samples.map(({ text }) => text)),
  fc.string({ unit: "binary", maxLength: 50 }),
);

describe("evidence", () => {
  it("of every fact and reply stands in the text where it says", { timeout: 60_000 }, () => {
    let seen = 0;
    const property = fc.property(messages, fc.constantFrom(...OPEN), (raw, open) => {
      const { text, facts, reply } = understand(raw, {
        language: "ko",
        today: "2026-01-10",
        ...(open === undefined ? {} : { open }),
      });
      const reads = [...facts, ...(reply?.kind === "value" ? [reply.read] : [])];
      for (const { at, evidence } of reads) {
        seen += 1;
        expect(evidence).not.toBe("");
        expect(text.slice(at, at + evidence.length)).toBe(evidence);
      }
    });
    fc.assert(property, { numRuns: 3_000, seed: 7 });
    expect(seen).toBeGreaterThan(1_500);
  });
});
