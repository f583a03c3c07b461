import { describe, expect, it } from "vitest";
import type { Understanding } from "../../src/core/understanding.ts";
import type { UnderstandingContext } from "../../src/ports/understand.ts";
import { MEMORY_SIZE, remembering } from "../../src/understanding/remembering.ts";

const CONTEXT: UnderstandingContext = { language: "ko", today: "2026-01-12" };

/** Counts how often it really had to read. */
function counting(isPublic: (text: string) => boolean = () => true, size = MEMORY_SIZE) {
  const read: string[] = [];
  const understand = remembering(
    (text, { language }): Understanding => {
      read.push(text);
      return { language, text, segments: [], facts: [], corrects: false };
    },
    isPublic,
    size,
  );
  return { read, understand };
}

const times = (count: number, act: () => void): void => {
  for (let n = 0; n < count; n++) act();
};

describe("remembering", () => {
  it("reads a message twice, and knows it from then on", () => {
    const { read, understand } = counting();
    times(5, () => understand("환불 되나요", CONTEXT));
    expect(read).toHaveLength(2);
    expect(understand("환불 되나요", CONTEXT).text).toBe("환불 되나요");
  });

  it("keeps a message apart for each context", () => {
    const { read, understand } = counting();
    const contexts: readonly UnderstandingContext[] = [
      CONTEXT,
      { ...CONTEXT, today: "2026-01-13" },
      { ...CONTEXT, language: "en" },
      { ...CONTEXT, open: { kind: "fact", fact: "line_kind", benefit: "waiver" } },
      { ...CONTEXT, offered: ["mp_refund"] },
      { ...CONTEXT, lastDay: "termination" },
      { ...CONTEXT, open: { kind: "fact", fact: "region", benefit: "waiver" } },
    ];
    for (const context of contexts) times(3, () => understand("네", context));
    expect(read).toHaveLength(2 * contexts.length);
  });

  it("never keeps what is personal, nor what is long", () => {
    const { read, understand } = counting((text) => text !== "홍길동");
    times(5, () => understand("홍길동", CONTEXT));
    times(5, () => understand("가".repeat(MEMORY_SIZE.longest + 1), CONTEXT));
    expect(read).toHaveLength(10);
  });

  it("forgets what was not needed for longest, by count and by letters", () => {
    for (const size of [
      { ...MEMORY_SIZE, messages: 2 },
      { ...MEMORY_SIZE, letters: 300 },
    ]) {
      const { read, understand } = counting(() => true, size);
      for (const text of ["하나", "둘", "하나", "셋"]) times(2, () => understand(text, CONTEXT));
      read.length = 0;
      understand("하나", CONTEXT);
      expect(read).toEqual([]);
      understand("둘", CONTEXT);
      expect(read).toEqual(["둘"]);
    }
  });
});
