import { type FoldedText, foldText, originOf, type Span } from "./fold-text.ts";
import { maskIdentifiers } from "./mask-identifiers.ts";
import { amountSpans, companyPhoneSpans, dateSpans, overlapOf, phoneSpans } from "./ordinary-numbers.ts";
import { postalAddressSpans } from "./postal-addresses.ts";

const REGIONS = "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주";

// Bounded, so that a long row of letters costs no more than a short one.
const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}/giu;
const LICENCE = new RegExp(
  `(?<!\\d)\\d{2}[-. ]\\d{2}[-. ]?\\d{6}[-. ]?\\d{2}(?!\\d)|(?:${REGIONS})[-. ]{0,2}\\d{2}[-. ]?\\d{6}[-. ]?\\d{2}(?!\\d)`,
  "gu",
);
const PASSPORT = /(?<![a-z0-9])[modsrg](?:\d{8}|\d{3}[a-z]\d{4})(?![a-z0-9])/giu;
const ACCOUNT = /(?<![\d.,-])(?:\d{10,16}|\d{2,7}(?:[- ]\d{1,8}){1,4})(?![\d,]|[-.]\d)/gu;
const ACCOUNT_DIGITS = { fewest: 10, most: 16 };

/** Kinds in the order in which they are looked for, with what is written instead. */
const KINDS: readonly { readonly label: string; readonly find: (folded: FoldedText) => readonly Span[] }[] = [
  { label: "[이메일 가림]", find: ({ text }) => matches(text, EMAIL) },
  { label: "[주소 가림]", find: postalAddressSpans },
  { label: "[운전면허번호 가림]", find: ({ text }) => matches(text, LICENCE) },
  { label: "[여권번호 가림]", find: ({ text }) => matches(text, PASSPORT) },
  { label: "[전화번호 가림]", find: personalPhones },
  { label: "[계좌번호 가림]", find: accounts },
];

/**
 * For logs and previews on the desk: takes out, besides resident and card numbers, phone numbers of persons, e-mail
 * and postal addresses, passport and licence numbers and whatever looks like a bank account.
 */
export function redact(text: string): string {
  if (!mayHide(foldText(text, { spoken: true }))) return text;
  let redacted = maskIdentifiers(text).text;
  for (const spoken of [false, true]) {
    let folded = foldText(redacted, { spoken });
    for (const { label, find } of KINDS) {
      const spans = find(folded);
      if (spans.length === 0) continue;
      redacted = replaceAt(redacted, folded, spans, label);
      folded = foldText(redacted, { spoken });
    }
  }
  return redacted;
}

/** Figures of a passport, the shortest number that is taken out. */
const FEWEST_DIGITS = 7;

/** A quick look that most messages end with: no address is without a written figure, nothing else without several or an "@". */
const mayHide = ({ text, spoken }: FoldedText): boolean => {
  const digits = [...matches(text, /\d/g)];
  return digits.length >= FEWEST_DIGITS || text.includes("@") || digits.some(({ start }) => spoken[start] === false);
};

function replaceAt(text: string, folded: FoldedText, spans: readonly Span[], label: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans.map((span) => originOf(folded, span)).sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(text.slice(from, start), label);
    from = end;
  }
  return [...parts, text.slice(from)].join("");
}

function personalPhones(folded: FoldedText): readonly Span[] {
  const { text } = folded;
  const isCompany = overlapOf(text.length, companyPhoneSpans(text));
  const isDate = overlapOf(text.length, dateSpans(folded));
  return phoneSpans(folded).filter((span) => !isCompany(span) && !isDate(span));
}

function accounts(folded: FoldedText): readonly Span[] {
  const { text } = folded;
  const isOrdinary = overlapOf(text.length, [...companyPhoneSpans(text), ...dateSpans(folded), ...amountSpans(text)]);
  return matches(text, ACCOUNT).filter((span) => {
    const count = text.slice(span.start, span.end).replace(/\D/gu, "").length;
    return count >= ACCOUNT_DIGITS.fewest && count <= ACCOUNT_DIGITS.most && !isOrdinary(span);
  });
}

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}
