import { describe, expect, it } from "vitest";
import { tellsOfVictims } from "../../src/understanding/tells-of-victims.ts";

describe("words that tell how many were hit", () => {
  it.each([
    "피해자가 74명이고 2억원 나갔대요",
    "피해자가 368명이라던데요",
    "피해 고객이 2만2천명이라면서요",
    "유출된 사람이 총 2만 명이래요",
    "they say 368 victims",
  ])("%s", (text) => expect(tellsOfVictims(text)).toBe(true));

  it.each([
    "피해자 74명 중에 한 명이에요",
    "피해 고객이 2만 명이라는데 저도요?",
    "피해자가 74명이고 저는 알뜰폰이에요",
    "피해자 368명 보상은 뭐예요",
    "피해자예요",
    "위약금 74만원 나왔어요",
  ])("not: %s", (text) => expect(tellsOfVictims(text)).toBe(false));
});
