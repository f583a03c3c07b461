import { type LocalTime, weekdayOf } from "../core/day.ts";
import type { Language } from "../core/language.ts";
import type { Slot } from "../core/slot.ts";
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

const WEEKDAYS = {
  ko: ["일", "월", "화", "수", "목", "금", "토"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

/** `1월 13일 화요일 오전 9시~낮 12시` or "Tuesday 13 January, 9 a.m. to noon": short, for buttons; the year is clear. */
export function formatSlot({ from, to }: Slot, language: Language): string {
  const [month, day] = [Number(from.slice(5, 7)), Number(from.slice(8, 10))];
  const weekday = WEEKDAYS[language][weekdayOf(from.slice(0, 10))];
  const span = language === "ko" ? [from, to].map(hourKo).join("~") : [from, to].map(hourEn).join(" to ");
  return language === "ko"
    ? `${month}월 ${day}일 ${weekday}요일 ${span}`
    : `${weekday} ${day} ${MONTHS[month - 1]}, ${span}`;
}

const clockOf = (time: LocalTime): readonly [number, number, string] => {
  const hour = Number(time.slice(11, 13));
  return [hour, hour % 12 === 0 ? 12 : hour % 12, time.slice(14, 16)];
};

function hourKo(time: LocalTime): string {
  const [hour, hour12, minute] = clockOf(time);
  const half = hour === 12 ? "낮" : hour < 12 ? "오전" : "오후";
  return `${half} ${hour12}시${minute === "00" ? "" : ` ${Number(minute)}분`}`;
}

function hourEn(time: LocalTime): string {
  const [hour, hour12, minute] = clockOf(time);
  if (hour === 12 && minute === "00") return "noon";
  return `${hour12}${minute === "00" ? "" : `:${minute}`} ${hour < 12 ? "a.m." : "p.m."}`;
}
