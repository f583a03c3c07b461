/** A single ~ is no mark but stands in figures ("1~2개월"); an underscore inside a word is one of its letters. */
const OPENING = /(?<!\\)(?:[*`]{1,3}|~~|(?<![\p{L}\p{N}/])_{1,3})(?=\S)/gu;
const CLOSING = /(?<=[^\s\\])(?:[*`]{1,3}|~~|_{1,3}(?![\p{L}\p{N}/]))/gu;

/** The words of a text in Markdown without its marks, for channels that show none; lists keep their dashes. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s{0,3}(#{1,6}|>)\s+/gm, "")
    .replace(/^(\s{0,3})[*+]\s+/gm, "$1- ")
    .replace(OPENING, "")
    .replace(CLOSING, "")
    .replace(/\\([\\[\]*_`<>~])/g, "$1");

/** The words alone, for reading aloud. */
export const spokenText = (markdown: string): string => plainText(markdown).replace(/^\s{0,3}-\s+/gm, "");
