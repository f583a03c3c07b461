import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/understanding/calendar.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { readDates } from "../../src/understanding/read-dates.ts";

const TODAY = "2026-01-10";

/** `2025-10-03`, `2025-10-01..2025-10-31`; `?` when something was filled in. */
const read = (text: string, today = TODAY, mayBeAhead = false): string =>
  readDates(normalise(text), today, mayBeAhead)
    .map(({ range, guessed }) => `${range.from}${range.to === range.from ? "" : `..${range.to}`}${guessed ? "?" : ""}`)
    .join(" ");

describe("days in a message", () => {
  it.each([
    ["작년 10월 3일", "2025-10-03"],
    ["2025년 10월 3일이에요", "2025-10-03"],
    ["2025년10월3일", "2025-10-03"],
    ["25년 10월 3일", "2025-10-03"],
    ["2025.9.1", "2025-09-01"],
    ["2025. 10. 3.", "2025-10-03"],
    ["25/9/1", "2025-09-01"],
    ["2025-10-03", "2025-10-03"],
    ["20251003", "2025-10-03"],
    ["251003", "2025-10-03"],
    ["어제", "2026-01-09"],
    ["오늘 해지했어요", "2026-01-10"],
    ["그저께", "2026-01-08"],
    ["그제 옮겼어요", "2026-01-08"],
    ["사흘 전", "2026-01-07"],
    ["3일 전에", "2026-01-07"],
    ["이번달 3일", "2026-01-03"],
    ["지난달 15일", "2025-12-15"],
    ["지난주 금요일", "2026-01-02"],
    ["이번주 월요일", "2026-01-05"],
    ["올해 1월 2일", "2026-01-02"],
    ["재작년 5월 5일", "2024-05-05"],
    ["작년 10월 말일", "2025-10-31"],
    ["October 3, 2025", "2025-10-03"],
    ["3 October 2025", "2025-10-03"],
    ["Oct 3 2025", "2025-10-03"],
    ["3 days ago", "2026-01-07"],
    ["yesterday", "2026-01-09"],
    ["9/30/2025", "2025-09-30"],
  ])("%s is exactly %s", (text, days) => expect(read(text)).toBe(days));

  it.each([
    ["10월 3일에 해지했어요", "2025-10-03?"],
    ["10월3일", "2025-10-03?"],
    ["1월 3일", "2026-01-03?"],
    ["1월 20일", "2025-01-20?"],
    ["시월 삼일", "2025-10-03?"],
    ["시월 십일", "2025-10-10?"],
    ["구월 이십오일", "2025-09-25?"],
    ["10/3", "2025-10-03?"],
    ["10.3에 해지", "2025-10-03?"],
    ["Oct 3rd", "2025-10-03?"],
    ["the 3rd of October", "2025-10-03?"],
    ["지난 금요일", "2026-01-09?"],
    ["1월 20일에 해지하면 되나요", "2026-01-20?"],
    ["1월 13일까지 옮기려고요", "2026-01-13?"],
    ["1월 5일에 해지했는데", "2026-01-05?"],
  ])("the year of %s is guessed: %s", (text, days) => expect(read(text)).toBe(days));

  it.each([
    ["2025년 9월", "2025-09-01..2025-09-30?"],
    ["10월에", "2025-10-01..2025-10-31?"],
    ["1월 초", "2026-01-01..2026-01-10?"],
    ["삼월", "2025-03-01..2025-03-31?"],
    ["작년 10월쯤", "2025-10-01..2025-10-31?"],
    ["10월 중순", "2025-10-11..2025-10-20?"],
    ["지난달", "2025-12-01..2025-12-31?"],
    ["재작년", "2024-01-01..2024-12-31?"],
    ["2023년에 가입", "2023-01-01..2023-12-31?"],
    ["24년에 가입했어요", "2024-01-01..2024-12-31?"],
    ["작년 가을", "2025-09-01..2025-11-30?"],
    ["작년 추석 때", "2025-10-02..2025-10-10?"],
    ["한 달 전", "2025-11-25..2025-12-25?"],
    ["가입한 지 두 달 됐어요", "2025-10-26..2025-11-25?"],
    ["3년 전", "2022-07-12..2023-07-11?"],
    ["last October", "2025-10-01..2025-10-31?"],
    ["in September", "2025-09-01..2025-09-30?"],
    ["two weeks ago", "2025-12-24..2025-12-30?"],
    ["early September 2025", "2025-09-01..2025-09-10?"],
  ])("%s is a span: %s", (text, days) => expect(read(text)).toBe(days));

  it.each([
    "위약금 얼마예요",
    "20년 넘게 썼는데",
    "2년 약정",
    "6개월 동안",
    "24/7 상담되나요",
    "데이터 이월 되나요",
    "150,000원",
    "010-1234-5678",
    "2만 2천명",
    "14일 이내",
    "31일까지",
    "2월 30일",
    "13월 1일",
    "2025-02-29",
    "I may cancel",
    "건설에 다녀요",
    "100기가 6개월",
    "매달 3일마다",
    "1234567890123",
  ])("%s names no day", (text) => expect(read(text)).toBe(""));

  it("reads several in order", () => {
    expect(read("9월 5일에 기변하고 10월 3일에 해지했어요")).toBe("2025-09-05? 2025-10-03?");
    expect(readDates("9월 5일에 기변하고", TODAY)[0]).toMatchObject({
      evidence: "9월 5일",
      at: 0,
      precision: "guessed-year",
    });
  });

  it("takes a day within weeks as the next one only where a plan is possible", () => {
    expect(read("1월 13일", TODAY, true)).toBe("2026-01-13?");
    expect(read("1월 13일", TODAY, false)).toBe("2025-01-13?");
    expect(read("1월 13일에 해지했어요", TODAY, true)).toBe("2025-01-13?");
    expect(read("10월 3일", TODAY, true)).toBe("2025-10-03?");
  });

  it("knows leap years and turns of the year", () => {
    expect(read("2024년 2월 29일")).toBe("2024-02-29");
    expect(read("어제", "2026-01-01")).toBe("2025-12-31");
    expect(read("한 달 전", "2026-03-31")).toBe("2026-02-13..2026-03-15?");
    expect(read("12월 31일", "2026-01-01")).toBe("2025-12-31?");
  });
});

const days = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("days, whatever they are", () => {
  it("come back from every way to write them", () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = "", month = "", date = ""] = day.split("-");
        const [m, d] = [Number(month), Number(date)];
        for (const text of [
          day,
          `${year}.${m}.${d}`,
          `${year}년 ${m}월 ${d}일`,
          `${year}/${month}/${date}에 해지했어요`,
          `${year}${month}${date}`,
        ]) {
          expect(read(text, "2026-12-31"), text).toBe(day);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("without a year are the last such day, and guessed", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), (today, back) => {
        const day = addDays(today, -back);
        if (day.endsWith("02-29") || today.endsWith("02-29")) return;
        const text = `${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일`;
        expect(read(text, today)).toBe(`${day}?`);
      }),
      { numRuns: 500 },
    );
  });

  it("are real days, in order, inside their span", () => {
    const words = fc.constantFrom(
      "작년",
      "10월",
      "3일",
      "초",
      "말",
      "전",
      "두",
      "달",
      "주",
      "2025",
      "년",
      "/",
      ".",
      "-",
      "31",
      "2",
      "월",
      "일",
      "지난",
      "ago",
      "Oct",
      "3rd",
      " ",
      "에",
      "해지",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        for (const { range, day, evidence } of readDates(parts.join(""), TODAY)) {
          expect(range.from <= range.to && day === range.from).toBe(true);
          expect(new Date(range.from).toISOString().slice(0, 10)).toBe(range.from);
          expect(new Date(range.to).toISOString().slice(0, 10)).toBe(range.to);
          expect(parts.join("")).toContain(evidence);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
