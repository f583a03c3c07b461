import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "../../../src/channels/web-chat/split-text.ts";

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
