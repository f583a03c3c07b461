import { describe, expect, it } from "vitest";
import { formatFact, formatTime } from "../../src/content/format-fact.ts";
import type { PackFact } from "../../src/content/schemas.ts";

const fact = (value: PackFact["value"], unit: PackFact["unit"]): PackFact => ({
  value,
  unit,
  valid_from: "2025-12-30",
  grade: "A",
  sources: ["s"],
});

describe("formatFact", () => {
  it.each<[PackFact["value"], PackFact["unit"], string, string]>([
    ["2026-01-13", "date", "2026년 1월 13일", "13 January 2026"],
    ["2026-02", "month", "2026년 2월", "February 2026"],
    ["2026-01-14T09:00", "datetime", "2026년 1월 14일 오전 9시", "14 January 2026, 9:00 a.m."],
    ["2026-01-31T22:00", "datetime", "2026년 1월 31일 오후 10시", "31 January 2026, 10:00 p.m."],
    [150000, "won", "150,000원", "150,000 won"],
    [22227, "people", "22,227명", "22,227 people"],
    [777, "count", "777건", "777"],
    [100, "gb", "100GB", "100GB"],
    [6, "months", "6개월", "6 months"],
    [14, "days", "14일", "14 days"],
    [2, "years", "2년", "2 years"],
    [50, "percent", "50%", "50%"],
    [65, "age", "65세", "65"],
    ["080-722-0100", "phone", "080-722-0100", "080-722-0100"],
    [{ ko: "티빙", en: "TVING" }, "text", "티빙", "TVING"],
  ])("%s %s", (value, unit, ko, en) => {
    expect(formatFact(fact(value, unit), "ko")).toBe(ko);
    expect(formatFact(fact(value, unit), "en")).toBe(en);
  });

  it.each([
    ["2026-01-14T00:30", "2026년 1월 14일 오전 12시 30분"],
    ["2026-01-14T12:00", "2026년 1월 14일 오후 12시"],
  ])("%s", (time, words) => expect(formatTime(time, "ko")).toBe(words));
});
