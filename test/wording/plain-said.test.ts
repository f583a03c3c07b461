import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Said } from "../../src/core/message.ts";
import { graphemeEnds, shorten } from "../../src/wording/graphemes.ts";
import { languageOfText } from "../../src/wording/language-of-text.ts";
import { plainPieces, plainSaid } from "../../src/wording/plain-said.ts";
import { plainText, spokenText } from "../../src/wording/plain-text.ts";

const said = (more: Partial<Said>): Said => ({
  key: "k",
  text: "기간이 **끝났어요.**",
  sources: [],
  buttons: [],
  ...more,
});
const sources = [
  { id: "a", label: "뉴스핌, 2026년 1월 14일", url: "https://news.example/a?q=1" },
  { id: "b", label: "KT 공지", url: "javascript:alert(1)" },
];

describe("words without marks", () => {
  it("keep their lists to be read, and lose them to be heard", () => {
    const markdown = "# 제목\n* **굵게** 그리고 [여기](https://a.example)\n1 * 2 = 2\\*";
    expect(plainText(markdown)).toBe("제목\n- 굵게 그리고 여기\n1 * 2 = 2*");
    expect(spokenText(markdown)).toBe("제목\n굵게 그리고 여기\n1 * 2 = 2*");
  });

  it("name their sources with the links that can be opened", () => {
    expect(plainSaid(said({ sources }))).toBe(
      "기간이 끝났어요.\n\n출처\n- 뉴스핌, 2026년 1월 14일\nhttps://news.example/a?q=1\n- KT 공지",
    );
  });

  it("are in the language that most of them is in", () => {
    expect(languageOfText("KT Membership 혜택은 끝났어요")).toBe("ko");
    expect(languageOfText("Call 114 (고객센터) from your phone")).toBe("en");
  });
});

describe("words that are too long for a channel", () => {
  const text = Array.from({ length: 300 }, (_, index) => `문장 ${index}은 2026년 1월 14일에 1,000원이에요.`).join(" ");

  it("are cut short, say so, and keep every source", () => {
    const pieces = plainPieces(said({ text, sources }), { length: 400, pieces: 3 });
    expect(pieces).toHaveLength(3);
    expect(pieces.every((piece) => piece.length <= 400)).toBe(true);
    expect(pieces.at(-1)).toMatch(/…\n\n\(글이 길어서[\s\S]*https:\/\/news\.example\/a\?q=1\n- KT 공지$/);
    expect(text.startsWith((pieces[0] ?? "").slice(0, 300))).toBe(true);
  });

  it("of whatever kind stay within the room", () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom("👨‍👩‍👧‍👦", "각", "\n\n", " ", "https://a.example/b?c=1", "010-1234-5678"), fc.string()),
      {
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 200, max: 500 }),
        fc.integer({ min: 1, max: 3 }),
        (parts, length, pieces) => {
          const made = plainPieces(said({ text: parts.join(""), sources }), { length, pieces });
          expect(made.length).toBeLessThanOrEqual(pieces);
          for (const piece of made) expect(piece.length).toBeLessThanOrEqual(length);
          expect(made.join("\n")).toContain("https://news.example/a?q=1");
        },
      ),
    );
  });

  it("end with a whole character", () => {
    expect(shorten("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15)).toBe("👨‍👩‍👧‍👦…");
    expect(shorten("짧아요", 3)).toBe("짧아요");
    expect([...graphemeEnds("e\u0301가")]).toEqual([2, 3]);
  });
});
