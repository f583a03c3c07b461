import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "../../src/wording/split-text.ts";

const characters = (text: string): readonly string[] =>
  [...new Intl.Segmenter("ko", { granularity: "grapheme" }).segment(text)].map(({ segment }) => segment);

describe("splitText", () => {
  it("cuts after a paragraph, else a line, else a word", () => {
    expect(splitText("하나 둘\n\n셋 넷", 8)).toEqual(["하나 둘", "셋 넷"]);
    expect(splitText("하나 둘\n셋 넷", 7)).toEqual(["하나 둘", "셋 넷"]);
    expect(splitText("하나 둘 셋", 5)).toEqual(["하나 둘", "셋"]);
    expect(splitText("", 5)).toEqual([""]);
    expect(splitText("짧아요", 5)).toEqual(["짧아요"]);
  });

  it("cuts between sentences rather than inside one", () => {
    expect(splitText("하나예요. 둘이에요 셋", 7)).toEqual(["하나예요.", "둘이에요 셋"]);
  });

  it.each([
    "https://www.example.com/news/2026/01/14/a-long-name?x=1&y=2",
    "010 1234 5678",
    "080-722-0100",
    "2026년 1월 14일",
    "1,234,567원",
    "someone@example.com",
  ])("never cuts inside %s", (whole) => {
    for (let before = 0; before < 70; before += 1) {
      const text = `${"가나 다라마 ".repeat(12).slice(0, before)} ${whole} ${"바사 아자차 ".repeat(12)}`;
      const pieces = splitText(text, 64);
      expect(pieces.some((piece) => piece.includes(whole))).toBe(true);
    }
  });

  it.each(["나", "a", "1", "1 ", "a.", "@", "https://", ".", "e\u0301", "a@", "1-"])(
    "takes ten thousand times %j, and comes to an end",
    (part) => {
      const text = part.repeat(10_000).trim();
      expect(splitText(text, 500).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    },
  );

  it("never cuts inside what a reader sees as one character", () => {
    const pieces = [
      fc.constantFrom("👨‍👩‍👧‍👦", "🇰🇷", "각", "é", "가", "a", " ", "\n"),
      fc.string({ unit: "grapheme" }),
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(...pieces), { maxLength: 80 }), fc.integer({ min: 30, max: 60 }), (parts, max) => {
        const text = parts.join("");
        const cut = splitText(text, max);
        const visible = (words: string): string => words.replace(/\s/g, "");
        expect(visible(cut.join(""))).toBe(visible(text));
        expect(cut.every((piece) => piece.length <= max)).toBe(true);
        const known = new Set(characters(text));
        for (const piece of cut) {
          for (const character of characters(piece)) if (character.trim() !== "") expect(known).toContain(character);
        }
      }),
    );
  });
});
