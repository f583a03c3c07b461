import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/privacy/fold-text.ts";
import { maskIdentifiers } from "../../src/privacy/mask-identifiers.ts";
import { companyPhoneSpans, dateSpans, phoneSpans } from "../../src/privacy/ordinary-numbers.ts";
import {
  around,
  cardDigits,
  gaps,
  hyphens,
  invisible,
  residentDigits,
  spokenScripts,
  writtenScripts,
} from "./identifier-texts.ts";

const RESIDENT = "[주민등록번호 가림]";
const CARD = "[카드번호 가림]";
const RUNS = { numRuns: 500 };

const inScript = (digits: string, script: readonly string[]) =>
  [...digits].map((digit) => script[Number(digit)]).join("");
const anyOf = (values: readonly string[]) => fc.constantFrom(...values);
const scripts = fc.constantFrom(...writtenScripts, ...spokenScripts);

describe("maskIdentifiers, for any number", () => {
  it("masks a resident number in two parts, in any script, and nothing around it", () => {
    const property = fc.property(
      residentDigits,
      scripts,
      anyOf(["", ...hyphens, ...gaps, ...invisible]),
      around,
      (digits, script, between, [before = "", after = ""]) => {
        const number = inScript(digits.slice(0, 6), script) + between + inScript(digits.slice(6), script);
        expect(maskIdentifiers(before + number + after)).toEqual({ text: before + RESIDENT + after, masked: 1 });
      },
    );
    fc.assert(property, RUNS);
  });

  it("masks a resident number whose digits are pulled apart", () => {
    const property = fc.property(
      residentDigits,
      scripts,
      anyOf([...hyphens, ...gaps, ...invisible]),
      (digits, script, gap) => {
        const number = [...digits].map((digit) => script[Number(digit)]).join(gap);
        expect(maskIdentifiers(`번호 ${number} 확인`)).toEqual({ text: `번호 ${RESIDENT} 확인`, masked: 1 });
      },
    );
    fc.assert(property, RUNS);
  });

  it("masks a resident number with signs anywhere and every digit in a script of its own", () => {
    const gap = fc.option(anyOf([...hyphens, ...gaps, ...invisible]), { nil: "" });
    const parts = fc.array(fc.tuple(scripts, gap), { minLength: 13, maxLength: 13 });
    const property = fc.property(residentDigits, parts, (digits, choices) => {
      const number = choices
        .map(([script, between], i) => script[Number(digits[i])] + (i < 12 ? between : ""))
        .join("");
      // Cut up so that it reads as a phone number or a date, it stays: those must never be masked.
      const folded = foldText(number, { spoken: true });
      fc.pre([...phoneSpans(folded), ...companyPhoneSpans(folded.text), ...dateSpans(folded)].length === 0);
      const { text, masked } = maskIdentifiers(`번호 ${number} 확인`);
      expect({ text, masked }).toEqual({ text: `번호 ${RESIDENT} 확인`, masked: 1 });
    });
    fc.assert(property, RUNS);
  });

  it("masks a card in fours, unbroken or pulled apart, in any script", () => {
    const cut = fc.constantFrom(/.{1,16}/gu, /.{1,4}/gu, /./gu);
    const property = fc.property(
      cardDigits,
      scripts,
      cut,
      anyOf([...hyphens, ...gaps]),
      (digits, script, size, between) => {
        const number = (digits.match(size) ?? []).map((group) => inScript(group, script)).join(between);
        const { text, masked } = maskIdentifiers(`카드 ${number} 결제`);
        expect(masked).toBe(1);
        expect(text).toMatch(/^카드 \[(?:카드|주민등록)번호 가림\].* 결제$/u);
      },
    );
    fc.assert(property, RUNS);
  });

  it("masks four groups of four also when they are mistyped", () => {
    const property = fc.property(
      fc.stringMatching(/^[3-9]\d{15}$/u),
      anyOf(["-", " ", ".", " - "]),
      around,
      (digits, between, [b = "", a = ""]) => {
        const number = (digits.match(/.{4}/gu) ?? []).join(between);
        expect(maskIdentifiers(b + number + a)).toEqual({ text: b + CARD + a, masked: 1 });
      },
    );
    fc.assert(property, RUNS);
  });

  it("leaves phone numbers, dates, times and amounts alone, alone and in rows", () => {
    const two = (max: number) => fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, "0"));
    const phone = fc
      .tuple(
        fc.constantFrom("010", "02", "031", "070", "080"),
        fc.stringMatching(/^[2-9]\d{3}$/u),
        fc.stringMatching(/^\d{4}$/u),
      )
      .chain((parts) => fc.constantFrom(parts.join("-"), parts.join(" "), parts.join(".")));
    const date = fc
      .tuple(fc.integer({ min: 1950, max: 2030 }), two(12), two(28))
      .chain((parts) => fc.constantFrom(parts.join("-"), parts.join("."), parts.join("/"), `${parts.join(".")}.`));
    const time = fc.tuple(two(23), two(59)).map((parts) => parts.join(":"));
    const amount = fc
      .integer({ min: 1_000, max: 99_999_999_999 })
      .chain((won) =>
        fc.constantFrom(`${won.toLocaleString("en-US")}원`, won.toLocaleString("en-US"), `${won}원`, `₩${won}`),
      );
    const ordinary = fc.array(fc.oneof(phone, date, time, amount), { minLength: 1, maxLength: 4 });
    const property = fc.property(ordinary, anyOf([" ", ", ", "\n", " 그리고 ", " / "]), (parts, between) => {
      const text = parts.join(between);
      expect(maskIdentifiers(text)).toEqual({ text, masked: 0 });
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it("keeps texts without long numbers byte for byte, and masks nothing twice", () => {
    const words = fc.string({ unit: "binary", maxLength: 60 });
    const few = fc.property(words, (text) => {
      fc.pre(
        (text.normalize("NFKC").match(/[\p{N}공영일이삼사오육륙칠팔구〇零一二三四五六七八九]/gu) ?? []).length < 13,
      );
      expect(maskIdentifiers(text)).toEqual({ text, masked: 0 });
    });
    fc.assert(few, RUNS);
    const unit = fc.constantFrom(..."0123456789", ..."0123456789", "-", " ", ".", "공", "이", "가", "\u200b", "\n");
    const again = fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
      const once = maskIdentifiers(text).text;
      expect(maskIdentifiers(once)).toEqual({ text: once, masked: 0 });
    });
    fc.assert(again, RUNS);
  });
});
