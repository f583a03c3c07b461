import { isCardStart, isGroupedCard, isNoRowOfYears, isSplitCard, passesLuhn } from "./card-number.ts";
import { type DigitRun, type DigitWindow, findRuns, isUnbroken, windowOf } from "./digit-run.ts";
import { type FoldedText, foldText, originOf, type Span } from "./fold-text.ts";
import { amountSpans, companyPhoneSpans, dateSpans, overlapOf, phoneSpans } from "./ordinary-numbers.ts";
import {
  isHyphenated,
  isLongForm,
  isLongResidentNumber,
  isResidentNumber,
  residentNumbersInTwoParts,
} from "./resident-number.ts";

export interface FoundIdentifier extends Span {
  readonly kind: "resident" | "card";
}

/** One way to recognise a number. Earlier ones win. */
interface Finder {
  readonly kind: FoundIdentifier["kind"];
  readonly lengths: readonly number[];
  /** Which other numbers it may not touch. */
  readonly unless: "nothing" | "amount" | "ordinary";
  /** Looked at first, because it is cheap and nearly always says no. */
  readonly digits: (digits: string) => boolean;
  readonly written: (window: DigitWindow, run: DigitRun) => boolean;
}

// The usual length first, so that a number word after a number ("…칠이에요") stays out.
const CARD_LENGTHS = [16, 15, 14, 19, 18, 17, 13];
const isWholeRun = (window: DigitWindow, run: DigitRun) =>
  window.digits.length === run.digits.length && isNoRowOfYears(window);
const anyhow = () => true;

const FINDERS: readonly Finder[] = [
  { kind: "resident", lengths: [13], unless: "nothing", digits: isResidentNumber, written: isHyphenated },
  { kind: "resident", lengths: [15], unless: "amount", digits: isLongResidentNumber, written: isLongForm },
  { kind: "card", lengths: [16], unless: "amount", digits: isCardStart, written: isGroupedCard },
  { kind: "resident", lengths: [13], unless: "ordinary", digits: isResidentNumber, written: isUnbroken },
  { kind: "card", lengths: [16, 15], unless: "ordinary", digits: isSplitCard, written: isWholeRun },
  { kind: "resident", lengths: [13], unless: "ordinary", digits: isResidentNumber, written: anyhow },
  { kind: "card", lengths: CARD_LENGTHS, unless: "ordinary", digits: isSplitCard, written: isNoRowOfYears },
  { kind: "card", lengths: CARD_LENGTHS, unless: "ordinary", digits: passesLuhn, written: isUnbroken },
];

/** Resident, foreigner and card numbers in a text, in order, as stretches of the original text. */
export function findIdentifiers(text: string, options: { readonly spoken: boolean }): readonly FoundIdentifier[] {
  const folded = foldText(text, options);
  const amounts = amountSpans(folded.text);
  const ordinary = [...phoneSpans(folded), ...companyPhoneSpans(folded.text), ...dateSpans(folded)];
  const touches = {
    nothing: () => false,
    amount: overlapOf(folded.text.length, amounts),
    ordinary: overlapOf(folded.text.length, [...amounts, ...ordinary]),
  };
  const found: FoundIdentifier[] = residentNumbersInTwoParts(folded.text).map((span) => ({
    kind: "resident",
    ...span,
  }));
  for (const run of findRuns(folded)) {
    for (const finder of FINDERS)
      found.push(...findInRun(folded, run, finder, { found, touches: touches[finder.unless] }));
  }
  return found.map((span) => ({ kind: span.kind, ...originOf(folded, span) })).sort((a, b) => a.start - b.start);
}

function findInRun(
  folded: FoldedText,
  run: DigitRun,
  finder: Finder,
  taken: { readonly found: readonly FoundIdentifier[]; readonly touches: (span: Span) => boolean },
): readonly FoundIdentifier[] {
  const hits: FoundIdentifier[] = [];
  const isTaken = (span: Span) =>
    [...taken.found, ...hits].some(({ start, end }) => span.start < end && start < span.end);
  const last = run.digits.length - Math.min(...finder.lengths);
  for (let from = 0; from <= last; from += 1) {
    if (run.edge[from] !== true) continue;
    const window = finder.lengths
      .filter((length) => run.edge[from + length] === true && finder.digits(run.digits.slice(from, from + length)))
      .map((length) => windowOf(folded, run, from, length))
      .find((w) => w !== undefined && finder.written(w, run) && !taken.touches(w) && !isTaken(w));
    if (window !== undefined) hits.push({ kind: finder.kind, start: window.start, end: window.end });
  }
  return hits;
}
