import type { Language } from "../../core/language.ts";
import type { VerdictKind } from "../../core/verdict.ts";
import type { Cell } from "../../policy/cells.ts";
import type { Condition, PolicyFact } from "../../policy/policy.ts";
import { factLabel, valueLabel } from "../compose.ts";
import type { Pack } from "../content.ts";
import { formatDay } from "../format-fact.ts";
import type { Span } from "./paths.ts";

export const KIND_WORDS: Readonly<Record<VerdictKind | "needs", Readonly<Record<Language, string>>>> = {
  eligible: { ko: "대상", en: "eligible" },
  ineligible: { ko: "대상 아님", en: "not eligible" },
  refer: { ko: "사람이 확인", en: "a person decides" },
  needs: { ko: "더 물어봄", en: "one more question" },
};

const WORDS = {
  ko: { and: " **그리고** ", or: " **또는** ", not: (inner: string) => `(${inner}) **아님**`, clock: "오늘" },
  en: { and: " **and** ", or: " **or** ", not: (inner: string) => `**not** (${inner})`, clock: "today" },
} as const;

/** A condition as a sentence that says of every day whether it is included. */
export function conditionWords(pack: Pack, condition: Condition, language: Language): string {
  const words = WORDS[language];
  const inner = (part: Condition): string => {
    const text = conditionWords(pack, part, language);
    return (part.kind === "all" || part.kind === "any") && part.of.length > 1 ? `(${text})` : text;
  };
  switch (condition.kind) {
    case "all":
      return condition.of.map(inner).join(words.and);
    case "any":
      return condition.of.map(inner).join(words.or);
    case "not":
      return words.not(conditionWords(pack, condition.of, language));
    case "values":
    case "days": {
      const span: Span =
        condition.kind === "values"
          ? condition.values.map((value) => ({ kind: "value", value }))
          : [{ ...condition, kind: "days" }];
      return `${nameOf(pack, condition.fact, language)}: ${spanWords(pack, condition.fact, span, language)}`;
    }
  }
}

/** The label of a fact; the day of the clock has none of its own. */
export const nameOf = (pack: Pack, fact: string, language: Language): string =>
  fact === "today" ? WORDS[language].clock : factLabel(pack, fact, language);

/** Values and days of one fact, as customers and lawyers read them. */
export const spanWords = (pack: Pack, fact: PolicyFact["name"], span: Span, language: Language): string =>
  span.map((cell) => cellWords(pack, fact, cell, language)).join(language === "ko" ? " · " : " / ");

function cellWords(pack: Pack, fact: string, cell: Cell, language: Language): string {
  if (cell.kind === "value") return `“${valueLabel(pack, fact, cell.value, language)}”`;
  const [from, to] = [cell.from, cell.to].map((day) => (day === undefined ? undefined : formatDay(day, language)));
  if (from === undefined && to === undefined) return language === "ko" ? "어느 날이든" : "any day";
  if (from === to) return language === "ko" ? `${from} 하루` : `${from} only`;
  if (from === undefined) return language === "ko" ? `${to}까지 (당일 포함)` : `up to ${to} (that day included)`;
  if (to === undefined) return language === "ko" ? `${from}부터 (당일 포함)` : `from ${from} on (that day included)`;
  return language === "ko" ? `${from}부터 ${to}까지 (양쪽 당일 포함)` : `${from} to ${to} (both days included)`;
}

/** Text inside a cell of a Markdown table. */
export const inCell = (text: string): string => text.trim().replaceAll("|", "\\|").replaceAll("\n", "<br>");

/** A Markdown table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(inCell).join(" | ")} |\n`).join("");
