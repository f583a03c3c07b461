import { beforeAll, describe, expect, it } from "vitest";
import { loadMessages } from "../../src/content/load-messages.ts";
import { queueWords } from "../../src/content/queue-words.ts";
import { projectRoot } from "../../src/project-root.ts";

let messages: Awaited<ReturnType<typeof loadMessages>>["messages"];
beforeAll(async () => {
  messages = (await loadMessages(projectRoot)).messages;
});

describe("queueWords", () => {
  it.each([
    [{}, "얼마나 걸릴지는 지금 알기 어려워요."],
    [{ ahead: 0 }, "앞에 기다리는 분은 없어요. 얼마나 걸릴지는 지금 알기 어려워요."],
    [
      { ahead: 3, minutes: 15 },
      "앞에 3명이 기다리고 있어요. 최근에 연결된 분들은 보통 15분쯤 기다리셨어요. 지금은 더 걸릴 수도 있어요.",
    ],
    [
      { ahead: 250, minutes: 65 },
      "앞에 100명 넘게 기다리고 있어요. 최근에 연결된 분들은 보통 2시간쯤 기다리셨어요. 지금은 더 걸릴 수도 있어요.",
    ],
  ])("%j", (queue, words) => {
    expect(queueWords(messages.ko, { kind: "queue", ...queue })).toBe(words);
  });

  it("says it in English", () => {
    expect(queueWords(messages.en, { kind: "queue", ahead: 1, minutes: 60 })).toBe(
      "Waiting before you: 1. Those who were connected lately waited about 1 h. It may take longer now.",
    );
  });
});
