import { parts, toDay } from "./calendar.ts";
import type { DatePattern } from "./date-pattern.ts";
import { around, monthAndDay } from "./date-span.ts";

/** Day of Chuseok and Seollal (month and day), by year. */
const CHUSEOK: Readonly<Record<number, string>> = {
  2022: "9-10",
  2023: "9-29",
  2024: "9-17",
  2025: "10-6",
  2026: "9-25",
  2027: "9-15",
};
const SEOLLAL: Readonly<Record<number, string>> = {
  2022: "2-1",
  2023: "1-22",
  2024: "2-10",
  2025: "1-29",
  2026: "2-17",
};

function holiday(table: Readonly<Record<number, string>>, word: string, today: string) {
  const { year } = parts(today);
  const wanted = /재작년/.test(word) ? [year - 2] : /작년/.test(word) ? [year - 1] : [year, year - 1];
  const days = wanted.map((each) => {
    const [month, day] = (table[each] ?? "").split("-").map(Number);
    return toDay(each, month ?? 0, day ?? 0);
  });
  const day = days.find((each) => each !== undefined && (each <= today || wanted.length === 1));
  return day === undefined ? undefined : around(day, 4);
}

/** Holidays by name; those of the moon calendar hold for a table of years. */
export const KOREAN_HOLIDAYS: readonly DatePattern[] = [
  {
    pattern: /(?<word>(?:재작년|작년|올해|지난)?)\s?(?:추석|한가위)/g,
    read: ({ word = "" }, { today }) => holiday(CHUSEOK, word, today),
  },
  {
    pattern:
      /(?<word>(?:재작년|작년|올해|지난)?)\s?(?:(?<![가-힣])설날|(?<![가-힣])구정|(?<![가-힣])설\s?연휴|(?<![가-힣])설\s?때|(?<![가-힣])설에)/g,
    read: ({ word = "" }, { today }) => holiday(SEOLLAL, word, today),
  },
  { pattern: /크리스마스|성탄절/g, read: (_, spoken) => monthAndDay(12, 25, spoken) },
  { pattern: /(?<![가-힣])(?:신정|새해\s?첫날)/g, read: (_, spoken) => monthAndDay(1, 1, spoken) },
];
