import fc from "fast-check";
import { expect, it } from "vitest";
import { createCandidates } from "../../src/understanding/phrase-trie.ts";

const candidates = createCandidates([
  ["알뜰폰", "mvno"],
  ["알뜰", "mvno-short"],
  ["해지 안 했어요", "none"],
  ["budget phone", "budget"],
  ["constructor", "built-in"],
  ["", "empty"],
]);

it.each([
  ["저는 알뜰폰이에요", ["mvno-short", "mvno"]],
  ["알 뜰 폰", ["mvno-short", "mvno"]],
  ["해지안했어요", ["none"]],
  ["My Budget  Phone", ["budget"]],
  ["constructor __proto__", ["built-in"]],
  ["후불", []],
  ["", []],
])("%s may hold %j", (text, expected) => expect([...candidates(text)]).toEqual(expected));

it("finds all that a search for each would find", () => {
  const words = ["가", "가나", "나다", "다", "ab", "b c"];
  const all = createCandidates(words.map((word) => [word, word]));
  const texts = fc.array(fc.constantFrom("가", "나", "다", "a", "b", "c", " ")).map((letters) => letters.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const folded = text.replaceAll(" ", "");
      const expected = words.filter((word) => folded.includes(word.replaceAll(" ", "")));
      expect([...all(text)].sort()).toEqual(expected.sort());
    }),
  );
});
