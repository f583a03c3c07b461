import { describe, expect, it } from "vitest";
import { toContents } from "../../../src/channels/naver/render.ts";
import type { Said } from "../../../src/core/message.ts";

describe("choices", () => {
  const said = (text: string, buttons: readonly string[]): Said => ({ key: "x", text, sources: [], buttons });
  const render = (text: string, buttons: readonly string[]) =>
    toContents({ body: { kind: "bot", said: said(text, buttons) } })[0];

  it("are quick buttons while their titles are short, and a card's buttons up to 18 letters", () => {
    expect(render("골라 주세요.", ["예", "아니요"])).toHaveProperty("textContent.quickReply.buttonList.length", 2);
    expect(render("골라 주세요.", ["아직 해지하지 않았어요요"])).toHaveProperty("compositeContent");
  });

  it("are numbered in the words when no title can hold them", () => {
    const long = "2025년 9월 1일 이후에 해지했어요, 위약금도 냈어요";
    expect(render("골라 주세요.", ["예", long])).toEqual({
      textContent: {
        text: `골라 주세요.\n\n1. 예\n2. ${long}`,
        quickReply: {
          buttonList: [
            { type: "TEXT", data: { title: "1. 예", code: "say:예" } },
            { type: "TEXT", data: { title: "2. 2025년…", code: `say:${long}` } },
          ],
        },
      },
    });
  });
});
