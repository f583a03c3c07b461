/** Takes out what databases and screens cannot hold: NUL, and halves of surrogate pairs. */
export const cleanText = (text: string): string => text.replaceAll("\0", "").replace(/\p{Surrogate}/gu, "\uFFFD");
