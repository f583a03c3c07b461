import { describe, expect, it } from "vitest";
import { detectLanguage, languageOfLetters } from "../../src/understanding/detect-language.ts";
import { ENGLISH_MESSAGES } from "./english-messages.ts";

describe("the language of a message", () => {
  it.each([
    ["위약금 면제 되나요", "en", "ko"],
    ["KT USIM 교체", "en", "ko"],
    ["termination fee(위약금) 얼마예요", "en", "ko"],
    ["when is the deadline", "ko", "en"],
    ["What does 위약금 mean for KT customers?", "ko", "en"],
    ["hello", "ko", "en"],
    ["ok", "ko", "ko"],
    ["ok", "en", "en"],
    ["KT", "ko", "ko"],
    ["010-1234-5678", "en", "en"],
    ["ㅇㅇ", "en", "ko"],
    ["???", "ko", "ko"],
    ["你好", "ko", "ko"],
  ] as const)("%j after %s is %s", (text, prior, language) => expect(detectLanguage(text, prior)).toBe(language));
});

describe("the language of a message that no talk came before", () => {
  it.each(ENGLISH_MESSAGES)("%j is English", (text) =>
    expect(detectLanguage(text, languageOfLetters(text))).toBe("en"),
  );

  it.each(["네", "ㅇㅇ", "KT 위약금", "1월 3일", "???", "", "유심".normalize("NFD")])("%j is Korean", (text) =>
    expect(languageOfLetters(text)).toBe("ko"),
  );
});
