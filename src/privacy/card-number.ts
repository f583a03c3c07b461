import type { DigitWindow } from "./digit-run.ts";

const ZERO = 48;

/** The check digit that every payment card carries. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - ZERO;
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const YEAR = /^(?:19|20)\d{2}$/u;

/** False for "2023 2024 2025 2026". */
export const isNoRowOfYears = ({ digits, groups }: DigitWindow): boolean =>
  groups.some((length) => length !== 4) || !(digits.match(/\d{4}/gu) ?? []).every((group) => YEAR.test(group));

export const isCardStart = (digits: string): boolean => !digits.startsWith("0");

/** Four groups of four with the same sign between them, also when a digit is mistyped. */
export function isGroupedCard(window: DigitWindow): boolean {
  const { digits, groups, between } = window;
  const fours = groups.length === 4 && groups.every((length) => length === 4);
  if (!fours || !isNoRowOfYears(window) || between.some((sign) => sign !== between[0])) return false;
  return /^[^,;:\n]{1,3}$/u.test(between[0] ?? "") || passesLuhn(digits);
}

// In pieces, so it must at least begin as cards do; 13 digits in pieces are too often something else.
const SPLIT_CARD = /^[2-69]\d{13,18}$/u;

export const isSplitCard = (digits: string): boolean => SPLIT_CARD.test(digits) && passesLuhn(digits);
