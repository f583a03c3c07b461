import { matchesOf } from "./matches-of.ts";

/** A piece of the message and where it starts. */
export interface Clause {
  readonly text: string;
  readonly at: number;
}

/** Ends of sentences, and words that join two of them. */
const BORDERS =
  /[.!?~…](?=\s|$|["')])|\n|(?<=[가-힣])[?!]+(?=\S)|,\s|;\s?|\s(?=(?:그리고|근데|그런데|그럼|그러면|하지만|그래서|또|아 그리고|참고로)\s)|(?<=(?:인데|는데|은데|한데|했고|이고|되고|지만|해서|했는데|라서|니까|거든요))\s|(?<=하고)\s(?!싶|있|나|계)|(?<=고)\s(?=\d{1,2}\s?(?:월|일))|\s(?=(?:and|but|also|so|then)\s)/gi;

/** Days keep their points ("2025. 10. 3.", "August 31, 2025"): a point after a figure is no end. */
const isDatePoint = (text: string, at: number): boolean =>
  /\d/.test(text.charAt(at - 1)) && /^(?:\.|,\s\d{4}(?!\d))/.test(text.slice(at, at + 7));

/** More clauses than these at both ends of a message are a story, not statements to be kept. */
const FIRST = 40;
const LAST = 20;

/** Small pieces in which one statement is made; of an endless message its beginning and its end. */
export function splitClauses(text: string): readonly Clause[] {
  const clauses = splitAll(text);
  return clauses.length > FIRST + LAST ? [...clauses.slice(0, FIRST), ...clauses.slice(-LAST)] : clauses;
}

/** All of them; nothing is lost but the signs between them. */
export function splitAll(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = text.slice(from, to);
    const trimmed = piece.trim();
    if (/[\p{L}\p{N}]/u.test(trimmed)) clauses.push({ text: trimmed, at: from + piece.indexOf(trimmed) });
  };
  for (const border of matchesOf(text, BORDERS)) {
    const end = border.index + border[0].length;
    if (isDatePoint(text, border.index) || end <= from) continue;
    add(end);
    from = end;
  }
  add(text.length);
  return clauses;
}
