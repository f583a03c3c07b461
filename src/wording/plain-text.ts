/** The words of a text in Markdown without its marks, for channels that show none; lists keep their dashes. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s{0,3}(#{1,6}|>)\s+/gm, "")
    .replace(/^(\s{0,3})[*+]\s+/gm, "$1- ")
    .replace(/(?<!\\)[*_`~]{1,3}(?=\S)|(?<=[^\s\\])[*_`~]{1,3}/g, "")
    .replace(/\\([\\[\]*_`<>~])/g, "$1");

/** The words alone, for reading aloud. */
export const spokenText = (markdown: string): string => plainText(markdown).replace(/^\s{0,3}-\s+/gm, "");
