import type { Mention } from "../core/understanding.ts";
import { matchesOf } from "./matches-of.ts";

const GAP = "[-. )]{0,2}";
/** Numbers of persons: mobile, with or without the country, and landlines; short company numbers are none. */
const NUMBER = new RegExp(
  `(?<![\\d-])(?:\\+?82${GAP}\\(?0?${GAP})?(?:\\(?0?1[016789]${GAP}\\d{3,4}${GAP}\\d{4}|\\(?0(?:2|[3-6]\\d)${GAP}\\d{3,4}[-. ]\\d{4})(?![\\d-])`,
  "g",
);
const SPOKEN = /(?:공|영)\s?일\s?(?:공|영)(?:\s?[공영일이삼사오육륙칠팔구]){7,8}(?![공영일이삼사오육륙칠팔구])/g;

/** That a personal phone number was written, never which. */
export const readPhones = (text: string): readonly Mention[] =>
  [...matchesOf(text, NUMBER), ...matchesOf(text, SPOKEN)].map(({ 0: words, index }) => ({
    kind: "phone",
    value: "hidden",
    evidence: words.replace(/[\d공영일이삼사오육륙칠팔구]/g, "*"),
    at: index,
  }));
