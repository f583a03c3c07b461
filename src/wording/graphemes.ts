const segmenter = new Intl.Segmenter("ko", { granularity: "grapheme" });

/** Ends of what a reader sees as one character, in UTF-16 units from the start; only those up to `max` are looked for. */
export function* graphemeEnds(text: string, max = text.length): Generator<number> {
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end > max) return;
    yield end;
  }
}

/** The text itself, or as much of it as fits into `max` UTF-16 units with an ellipsis, never half a character. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  // A single character can be endless (marks upon marks); nobody reads that far.
  for (const next of graphemeEnds(text.slice(0, max + 64), max - 1)) end = next;
  return `${text.slice(0, end).trimEnd()}…`;
}
