import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, toWords } from "../../src/understanding/normalise.ts";
import { createReader } from "../../src/understanding/text-reader.ts";
import { BLOCKS, textParts, tokensOf } from "../../src/understanding/tokens.ts";
import { fitSpace, toVector } from "../../src/understanding/vector-space.ts";

const SEEN = {
  ko: [
    "위약금 면제 되나요?",
    "KT 유심 교체는 어떻게 해요",
    "알뜰폰이요 2025년",
    "ㅠㅠ 소액결제 피해",
    "é 漢字 𠮷 위약금",
  ],
  en: ["can i leave without a penalty fee", "how do i get a new sim", "was my data leaked in 2025", "café 漢字 refund"],
};
const piece = fc.constantFrom(
  ...SEEN.ko,
  ...SEEN.en,
  "asdfasdf",
  "위약",
  "금면제",
  "𠮷",
  "é",
  "漢",
  "0",
  "ㅋㅋ",
  " ",
  "fee",
);
const words = fc
  .array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 8 })
  .map((parts) => toWords(normalise(parts.join(""))));

describe("createReader", () => {
  for (const language of ["ko", "en"] as const) {
    const documents = SEEN[language].map((text) => tokensOf(textParts(toWords(normalise(text)), language)));
    const space = fitSpace(documents, BLOCKS[language]);
    const read = createReader(space, language);
    const isKnownPair = (pair: string) => language !== "ko" || space.ids.has(`s:${pair}`);

    it(`gives the vector of the written tokens (${language})`, () => {
      fc.assert(
        fc.property(words, (text) => {
          expect(read(text)).toEqual(toVector(tokensOf(textParts(text, language, isKnownPair)), space));
        }),
        { numRuns: 500 },
      );
    });

    it(`knows its own texts (${language})`, () => {
      for (const text of SEEN[language]) expect(read(toWords(normalise(text))).ids.length).toBeGreaterThan(20);
    });
  }
});
