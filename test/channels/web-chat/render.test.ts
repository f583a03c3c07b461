import { describe, expect, it } from "vitest";
import { toActivities } from "../../../src/channels/web-chat/render.ts";
import { conversationId } from "../../../src/core/ids.ts";
import type { Said } from "../../../src/core/message.ts";
import type { LogBody, LogEntry } from "../../../src/ports/log-entry.ts";
import { languageOfLocale } from "../../../src/wording/language-of-locale.ts";

const entry = (body: LogBody, seq = 7): LogEntry => ({
  conversation: conversationId("c"),
  seq,
  at: "2026-01-10T01:00:00.000Z",
  body,
});

const bot = (said: Partial<Said>): LogEntry =>
  entry({ kind: "bot", said: { key: "k", text: "안녕하세요", sources: [], buttons: [], ...said } });

describe("words of the bot", () => {
  it("are markdown with the sources named and linked below", () => {
    const sources = [
      { id: "a", label: "뉴스핌 [1면], 2026년 1월 14일", url: "https://news.example/a(b)?q=1" },
      { id: "b", label: "KT 공지", url: "javascript:alert(1)" },
    ];
    const [activity] = toActivities(bot({ text: "기간이 **끝났어요.**", sources }), "dl_1");
    expect(activity?.textFormat).toBe("markdown");
    expect(activity?.text).toBe(
      "기간이 **끝났어요.**\n\n**출처**\n\n- [뉴스핌 \\[1면\\], 2026년 1월 14일](https://news.example/a%28b%29?q=1)\n- KT 공지",
    );
    expect(activity?.speak).toBe("기간이 끝났어요.");
  });

  it("in English name their sources in English", () => {
    const sources = [{ id: "a", label: "Newsis", url: "https://news.example/" }];
    const [activity] = toActivities(bot({ text: "The window for KT (케이티) is closed.", sources }), "dl_1");
    expect(activity?.text).toContain("**Sources**");
    expect(activity?.locale).toBe("en-US");
  });

  it("offer buttons that say their own label", () => {
    const [activity] = toActivities(bot({ buttons: ["알뜰폰", "후불"] }), "dl_1");
    expect(activity?.suggestedActions?.actions).toEqual([
      { type: "imBack", title: "알뜰폰", value: "알뜰폰" },
      { type: "imBack", title: "후불", value: "후불" },
    ]);
    expect(toActivities(bot({}), "dl_1")[0]).not.toHaveProperty("suggestedActions");
  });

  it("that are very long come in parts with ids of their own, the buttons on the last", () => {
    const text = Array.from({ length: 4_000 }, (_, index) => `문장 ${index}.`).join(" ");
    const parts = toActivities(bot({ text, buttons: ["네"] }), "dl_1");
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ text: part }) => part).join(" ")).toBe(text);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    expect(parts.map((part) => part.suggestedActions !== undefined)).toEqual(
      parts.map((_, index) => index === parts.length - 1),
    );
  });
});

describe("what is not for the customer", () => {
  it.each<LogBody>([
    { kind: "opened" },
    { kind: "note", agentName: "민지", text: "메모" },
    { kind: "desk", event: "claim", agentName: "민지" },
  ])("$kind is not shown", (body) => {
    expect(toActivities(entry(body), "dl_1")).toEqual([]);
  });
});

describe("languages", () => {
  it.each([
    ["ko-KR", "ko"],
    ["KO", "ko"],
    ["ko,en;q=0.8", "ko"],
    ["kok-IN", "en"],
    ["xx-nonsense", "en"],
    ["", undefined],
    [undefined, undefined],
  ])("a page in %s is answered in %s", (locale, language) => {
    expect(languageOfLocale(locale)).toBe(language);
  });
});
