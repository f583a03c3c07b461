import { describe, expect, it } from "vitest";
import { plainText } from "../../src/wording/plain-text.ts";

describe("plain text", () => {
  it.each([
    ["**오늘**까지예요", "오늘까지예요"],
    ["*오늘*까지, `코드` ~~아니에요~~", "오늘까지, 코드 아니에요"],
    ["_오늘_ 까지", "오늘 까지"],
    ["[KT 공지](https://kt.example/a_b)를 보세요", "KT 공지를 보세요"],
    ["## 제목\n> 인용\n* 하나\n- 둘", "제목\n인용\n- 하나\n- 둘"],
    ["별표 \\*그대로\\*", "별표 *그대로*"],
  ])("has no marks: %s", (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it.each([
    "1~2개월, 만 14~18세, 9/1~1/13",
    "~10일까지",
    "a_b@example.com, https://kt.example/_next/a_b_c?x_y=1",
    "2 * 3 = 6",
  ])("keeps what is no mark: %s", (text) => {
    expect(plainText(text)).toBe(text);
  });
});
