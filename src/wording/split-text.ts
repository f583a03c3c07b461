import { graphemeEnds } from "./graphemes.ts";

/** Marks after which a reader expects a pause, the longest pause first. */
const PAUSES: readonly string[] = ["\n\n", "\n", ". ", "? ", "! ", " "];

/**
 * What must stay in one piece: links, mail addresses, and numbers with what belongs to them ("010 1234 5678", "1,000원",
 * "2026년 1월 14일", "9:00–18:00").
 */
const WHOLE = /https?:\/\/\S+|[\w.+-]{1,64}@[\w.-]{1,255}|\d+(?:[\p{L}.,:/()~∼–-]{0,3} ?\d+)*[\p{L}%]{0,3}/gu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Spans that may not be cut, in what the next piece and a little more is made of; one longer than a piece cannot be kept. */
const wholesOf = (text: string, max: number): readonly Span[] =>
  [...text.slice(0, 2 * max).matchAll(WHOLE)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .filter(({ start, end }) => end - start <= max);

const isInside = (wholes: readonly Span[], at: number): boolean =>
  wholes.some(({ start, end }) => start < at && at < end);

/** Where a piece of at most `max` code units ends: after a paragraph, else a line, a sentence, a word, a character. */
function endOfPiece(text: string, max: number): number {
  const wholes = wholesOf(text, max);
  for (const pause of PAUSES) {
    for (let at = text.lastIndexOf(pause, max); at > max / 2; at = text.lastIndexOf(pause, at - 1)) {
      const end = pause.trim() === "" ? at : at + 1;
      if (end <= max && !isInside(wholes, end) && !isInside(wholes, at + pause.length)) return end;
    }
  }
  let [end, outside] = [0, 0];
  for (const next of graphemeEnds(text.slice(0, max + 64), max)) {
    end = next;
    if (!isInside(wholes, next)) outside = next;
  }
  // One character that is longer than a whole piece is not something anybody reads.
  return outside || end || max;
}

/** Cuts a text into pieces of at most `max` code units, never inside a character, and inside a link or a number only when it is longer than a piece. */
export function splitText(text: string, max: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = endOfPiece(rest, max);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" && pieces.length > 0 ? pieces : [...pieces, rest];
}
