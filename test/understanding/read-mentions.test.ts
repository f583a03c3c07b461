import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/understanding/normalise.ts";
import { createReadMentions } from "../../src/understanding/read-mentions.ts";

const readMentions = createReadMentions({ names: ["KT", "케이티", "KT 해킹"], year: 2025 });

/** `money 150000 KRW "15만원"` */
const read = (text: string): string =>
  readMentions(normalise(text), "2026-01-10")
    .map(({ kind, value, evidence }) => `${kind} ${value} "${evidence}"`)
    .join(", ");

describe("money", () => {
  it.each([
    ["12만원 나왔어요", "120000 KRW", "12만원"],
    ["십오만 원 냈어요", "150000 KRW", "십오만 원"],
    ["150,000원", "150000 KRW", "150,000원"],
    ["15만4천원이요", "154000 KRW", "15만4천원"],
    ["15만 4,000원", "154000 KRW", "15만 4,000원"],
    ["1.5만 나왔는데", "15000 KRW", "1.5만"],
    ["₩150,000", "150000 KRW", "₩150,000"],
    ["150000 won", "150000 KRW", "150000 won"],
    ["KRW 150,000", "150000 KRW", "KRW 150,000"],
    ["150k won", "150000 KRW", "150k won"],
    ["1억 2천만원", "120000000 KRW", "1억 2천만원"],
    ["이백삼십만 원", "2300000 KRW", "이백삼십만 원"],
    ["만오천원이에요", "15000 KRW", "만오천원"],
    ["위약금십오만원 나왔어요", "150000 KRW", "십오만원"],
    ["2만 원인가요", "20000 KRW", "2만 원"],
    ["천원", "1000 KRW", "천원"],
    ["$100 charged", "100 USD", "$100"],
    ["100달러 결제됐어요", "100 USD", "100달러"],
    ["50 dollars", "50 USD", "50 dollars"],
  ])("%s", (text, value, evidence) => expect(read(text)).toBe(`money ${value} "${evidence}"`));

  it.each([
    "몇만원이에요",
    "870만명 유출",
    "2만2천227명",
    "부천 원미구 살아요",
    "병원에 있어요",
    "회원이에요",
    "원래 그래요",
    "100기가",
    "114",
    "상담원 연결",
    "3만 건",
    "만약에",
    "I won",
  ])("none in %s", (text) => expect(read(text)).toBe(""));
});

describe("companies", () => {
  it.each([
    ["SKT로 옮겼어요", "skt", "SKT"],
    ["슼 사태", "skt", "슼"],
    ["에스케이텔레콤", "skt", "에스케이텔레콤"],
    ["엘지유플로 갔다가", "lgu", "엘지유플"],
    ["LG U+ 해킹", "lgu", "LG U+"],
    ["lg 유플러스요", "lgu", "lg 유플러스"],
    ["유플 갔어요", "lgu", "유플"],
    ["롯데카드 재발급", "lotte-card", "롯데카드"],
    ["쿠팡 쿠폰", "coupang", "쿠팡"],
    ["Coupang leak", "coupang", "Coupang"],
    ["예스24", "yes24", "예스24"],
    ["KT알파 쇼핑", "kt-alpha", "KT알파 쇼핑"],
    ["기프티쇼", "kt-alpha", "기프티쇼"],
    ["네이트온", "nate", "네이트"],
    ["GS리테일", "gs-retail", "GS리테일"],
  ])("%s", (text, value, evidence) => expect(read(text)).toBe(`company ${value} "${evidence}"`));

  it.each(["KT 위약금", "케이티 해킹", "kt에서", "LG전자 티비", "SK하이닉스", "토스트 먹었어요", "포토스팟", "task"])(
    "none but the pack's own in %s",
    (text) => expect(read(text)).toBe(""),
  );
});

describe("relations", () => {
  it.each([
    ["엄마가 알뜰폰이에요", "mother", "엄마"],
    ["할머니 폰", "grandmother", "할머니"],
    ["외할머니 폰", "grandmother", "외할머니"],
    ["장모님 명의", "mother-in-law", "장모님"],
    ["아이 명의예요", "child", "아이"],
    ["큰아들이 해줬어요", "son", "큰아들"],
    ["남편이 해지했어요", "husband", "남편"],
    ["my mother is 80", "mother", "mother"],
    ["our two kids", "child", "kids"],
    ["my grandma's phone", "grandmother", "grandma"],
  ])("%s", (text, value, evidence) => expect(read(text)).toBe(`relation ${value} "${evidence}"`));

  it.each(["아이폰이에요", "가족결합 되나요", "딸기", "family name", "아이고"])("none in %s", (text) =>
    expect(read(text)).toBe(""),
  );
});

describe("years", () => {
  it.each([
    ["2012년 유출", "2012", "2012년"],
    ["12년도에 털린거", "2012", "12년"],
    ["작년에", "2025", "작년"],
    ["재작년에", "2024", "재작년"],
    ["in 2012", "2012", "2012"],
    ["the 2014 breach", "2014", "2014"],
    ["last year", "2025", "last year"],
  ])("%s", (text, value, evidence) => expect(read(text)).toMatch(`year ${value} "${evidence}`));

  it.each(["2년 전", "24년 약정", "3년 됐어요", "2천년", "20251003"])("none in %s", (text) =>
    expect(read(text)).toBe(""),
  );
});

describe("phone numbers", () => {
  it.each([
    ["010-1234-5678로 연락 주세요", "***-****-****"],
    ["01012345678", "***********"],
    ["+82 10 1234 5678", "+** ** **** ****"],
    ["02-123-4567", "**-***-****"],
    ["공일공일이삼사오육칠팔", "***********"],
  ])("%s is only there", (text, evidence) => expect(read(text)).toBe(`phone hidden "${evidence}"`));

  it.each(["1588-0010", "114", "080-722-0100", "2025-10-03", "118번"])("%s is none", (text) =>
    expect(read(text)).toBe(""),
  );
});

const PIECES = [
  "쿠팡 ",
  "SKT",
  "15만 ",
  "원",
  "010-1234-5678 ",
  "엄마",
  "my son",
  "2012년 ",
  "$5",
  "만",
  "천원",
  "İ",
  "\n",
];

it("evidence stands in the text where it says, and no digit of a phone number is kept", () => {
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  fc.assert(
    fc.property(texts, (raw) => {
      const text = normalise(raw);
      for (const { kind, evidence, at } of readMentions(text, "2026-01-10")) {
        const words = text.slice(at, at + evidence.length);
        if (kind === "phone") expect(evidence).not.toMatch(/\d/);
        else expect(words).toBe(evidence);
      }
    }),
    { numRuns: 2_000 },
  );
});
