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

const MARKS = Object.values(LABELS)
  .map((label) => label.replace(/[[\]]/g, "\\$&"))
  .join("|");
/** "주민번호는 [가림]이에요": without its number the word would read as a question about what leaked. */
const NAMED_MARK = new RegExp(
  `(?:(?:제|내|저의|my)\\s)?(?:주민(?:등록)?\\s?번호|외국인\\s?등록\\s?번호|민증\\s?번호|카드\\s?번호|(?:resident|foreigner)(?: registration)? number|card number)?\\s?(?:은|는|이|가|도|is|:)?\\s?(?:${MARKS})`,
  "gi",
);

/** The marks are our words, not the customer's: what is read leaves them out, with what they were called. */
export const withoutMarks = (text: string): string => text.replace(NAMED_MARK, " ");

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
