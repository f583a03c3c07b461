import type { Language } from "../core/language.ts";
import type { PackFact } from "./schemas.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const SUFFIX = {
  ko: {
    won: "원",
    people: "명",
    count: "건",
    gb: "GB",
    months: "개월",
    days: "일",
    years: "년",
    percent: "%",
    age: "세",
  },
  en: {
    won: " won",
    people: " people",
    count: "",
    gb: "GB",
    months: " months",
    days: " days",
    years: " years",
    percent: "%",
    age: "",
  },
} as const;

/** A fact of the pack as words: `2026-01-14T09:00` becomes "2026년 1월 14일 오전 9시". */
export function formatFact({ value, unit }: PackFact, language: Language): string {
  if (typeof value === "object") return value[language];
  switch (unit) {
    case "date":
      return formatDay(String(value), language);
    case "datetime":
      return formatTime(String(value), language);
    case "month":
      return formatMonth(String(value), language);
    case "phone":
    case "site":
    case "text":
      return String(value);
    default:
      return `${value.toLocaleString("en-US")}${SUFFIX[language][unit]}`;
  }
}

/** `2026-01-14` as "2026년 1월 14일" or "14 January 2026". */
export function formatDay(day: string, language: Language): string {
  const dayOfMonth = Number(day.slice(8, 10));
  return language === "ko" ? `${formatMonth(day, "ko")} ${dayOfMonth}일` : `${dayOfMonth} ${formatMonth(day, "en")}`;
}

function formatMonth(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === "ko" ? `${month.slice(0, 4)}년 ${number}월` : `${MONTHS[number - 1]} ${month.slice(0, 4)}`;
}

/** `2026-01-14T09:00` as "2026년 1월 14일 오전 9시" or "14 January 2026, 9:00 a.m.". */
export function formatTime(time: string, language: Language): string {
  const [hour, minute] = [Number(time.slice(11, 13)), time.slice(14, 16)];
  const hour12 = hour % 12 === 0 ? 12 : hour % 12;
  if (language === "en") return `${formatDay(time, "en")}, ${hour12}:${minute} ${hour < 12 ? "a.m." : "p.m."}`;
  const minutes = minute === "00" ? "" : ` ${Number(minute)}분`;
  return `${formatDay(time, "ko")} ${hour < 12 ? "오전" : "오후"} ${hour12}시${minutes}`;
}
