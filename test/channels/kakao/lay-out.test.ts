import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../../src/channels/kakao/lay-out.ts";
import { skillResponse } from "../../../src/channels/kakao/skill-response.ts";
import type { Said } from "../../../src/core/message.ts";
import type { LogBody } from "../../../src/ports/log-entry.ts";
import { skillFaults } from "./skill-faults.ts";

const bot = (more: Partial<Said>): LogBody => ({
  kind: "bot",
  said: { key: "k", text: "답", sources: [], buttons: [], ...more },
});
const agent = (text: string): LogBody => ({ kind: "agent", agentName: "민지", text });
const sentence = "위약금 면제 신청은 2026년 1월 13일까지 받았어요. ";

describe("words for KakaoTalk", () => {
  it("are one output each while there is room", () => {
    expect(layOut([bot({}), agent("네"), bot({ text: "끝", buttons: ["좋아요"] })])).toEqual({
      texts: ["답", "[상담원 민지]\n네", "끝"],
      labels: ["좋아요"],
      taken: 3,
    });
  });

  it("are split before KakaoTalk would fold them", () => {
    const { texts } = layOut([bot({ text: sentence.repeat(25) })]);
    expect(texts.length).toBe(2 + Number(sentence.length * 25 > 1_000));
    expect(texts.every((text) => text.length <= 500)).toBe(true);
  });

  it("come one below the other when there are more than outputs", () => {
    const { texts, taken } = layOut(Array.from({ length: 7 }, (_, index) => bot({ text: `답 ${index}` })));
    expect(texts).toEqual(["답 0\n\n답 1\n\n답 2\n\n답 3\n\n답 4\n\n답 5\n\n답 6"]);
    expect(taken).toBe(7);
  });

  it("that do not fit wait, with the buttons of the last", () => {
    const { taken, labels } = layOut([
      ...Array.from({ length: 4 }, () => bot({ text: "가".repeat(990) })),
      bot({ buttons: ["네"] }),
    ]);
    expect(taken).toBe(3);
    expect(labels).toEqual([]);
  });

  it("of an agent that are too long for any answer say that they are cut", () => {
    const { texts, taken } = layOut([agent("나".repeat(4_000))]);
    expect(taken).toBe(1);
    expect(texts.at(-1)).toMatch(/나… \(글이 길어서/);
  });

  it("list the choices whose names do not fit on a button", () => {
    const { texts, labels } = layOut([bot({ text: "Which one?", buttons: ["KT watch or tablet", "Mobile"] })]);
    expect(texts).toEqual(["Which one?\n\n• KT watch or tablet\n• Mobile"]);
    expect(skillResponse(texts, labels).template.quickReplies).toEqual([
      { label: "KT watch or t…", action: "message", messageText: "KT watch or tablet" },
      { label: "Mobile", action: "message", messageText: "Mobile" },
    ]);
  });

  it("of any kind and number keep every limit, and the first is never left", () => {
    const words = fc
      .array(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("👨‍👩‍👧‍👦", "\n\n", sentence, "https://a.example/b?c", "각"),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(""));
    const body: fc.Arbitrary<LogBody> = fc.oneof(
      words.map(agent),
      fc
        .record({
          text: words,
          buttons: fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), { maxLength: 15 }),
        })
        .map(bot),
    );
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 8 }), (bodies) => {
        const { texts, labels, taken } = layOut(bodies);
        expect(taken).toBeGreaterThan(0);
        const known = labels.filter((label) => label.trim() !== "");
        expect(skillFaults(skillResponse(texts, known))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
