import { expect, test } from "vitest";
import { languageOfText } from "../../src/wording/language-of-text.ts";

const bySets = (text: string): string => {
  const korean = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return korean * 2 >= latin ? "ko" : "en";
};

test("every letter counts as its script says, halves of pairs and letters beyond the first plane included", () => {
  for (let code = 0; code < 0x1_0800; code++) {
    const letter = code >= 0x1_0000 ? String.fromCodePoint(code) : String.fromCharCode(code);
    // Alone with three Latin letters, and with one Hangul letter: both sides of the line.
    for (const text of [`ab${letter}가`, `${letter}${letter}abc가`]) {
      if (languageOfText(text) !== bySets(text)) expect.fail(`U+${code.toString(16)} in ${text}`);
    }
  }
  expect(languageOfText("𝟬 𐞀𐞁𐞂")).toBe(bySets("𝟬 𐞀𐞁𐞂"));
});

test.each([
  ["", "ko"],
  ["KT 위약금", "ko"],
  ["Your USIM (유심) will be replaced.", "en"],
])("%j is %s", (text, language) => expect(languageOfText(text)).toBe(language));
