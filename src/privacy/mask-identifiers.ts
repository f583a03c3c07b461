import { type FoundIdentifier, findIdentifiers } from "./find-identifiers.ts";
import { foldText } from "./fold-text.ts";

const LABELS: Readonly<Record<FoundIdentifier["kind"], string>> = {
  resident: "[주민등록번호 가림]",
  card: "[카드번호 가림]",
};

export interface MaskedText {
  readonly text: string;
  /** How many numbers were masked. */
  readonly masked: number;
}

/**
 * Takes out what must never be stored: resident and foreigner registration numbers and card numbers, however they
 * are written. Everything else stays as it is, byte for byte.
 */
export function maskIdentifiers(text: string): MaskedText {
  if (countDigits(text) < FEWEST_DIGITS) return { text, masked: 0 };
  // Digits first: the word 이 after a number is usually a particle, not a two.
  const written = replaceFound(text, findIdentifiers(text, { spoken: false }));
  const spoken = replaceFound(written.text, findIdentifiers(written.text, { spoken: true }));
  return { text: spoken.text, masked: written.masked + spoken.masked };
}

/** The marks are our words, not the customer's: what is read leaves them out. */
export const withoutMarks = (text: string): string =>
  Object.values(LABELS).reduce((rest, label) => rest.replaceAll(label, " "), text);

const FEWEST_DIGITS = 13;

const countDigits = (text: string): number => foldText(text, { spoken: true }).text.match(/\d/gu)?.length ?? 0;

function replaceFound(text: string, found: readonly FoundIdentifier[]): MaskedText {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of found) {
    parts.push(text.slice(from, start), LABELS[kind]);
    from = end;
  }
  parts.push(text.slice(from));
  return { text: parts.join(""), masked: found.length };
}
