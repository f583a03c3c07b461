/**
 * As `text.matchAll(pattern)`. That copies the pattern before it looks, which costs ten times as much as to see that there is
 * nothing; nearly always there is nothing.
 */
export const matchesOf = (text: string, pattern: RegExp): Iterable<RegExpExecArray> =>
  text.search(pattern) === -1 ? [] : text.matchAll(pattern);
