const graphemes = new Intl.Segmenter("ko", { granularity: "grapheme" });

/** Where a piece of at most `max` code units ends: after a paragraph, else a line, else a space, else a grapheme. */
const endOfPiece = (text: string, max: number): number => {
  const head = text.slice(0, max + 1);
  for (const mark of ["\n\n", "\n", " "]) {
    const at = head.lastIndexOf(mark);
    if (at > max / 2) return at + mark.length <= max ? at + mark.length : at;
  }
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  // One grapheme that is longer than a whole piece is not something anybody reads.
  return end === 0 ? max : end;
};

/** Cuts a text into pieces of at most `max` code units, never inside what a reader sees as one character. */
export const splitText = (text: string, max: number): readonly string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = endOfPiece(rest, max);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" && pieces.length > 0 ? pieces : [...pieces, rest];
};
