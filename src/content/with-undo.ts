import type { Content } from "./content.ts";

/** The content with another time in which replies can be taken back; as it is when none is given. */
export const withUndo = (content: Content, seconds: number | undefined): Content =>
  seconds === undefined ? content : { ...content, clocks: { ...content.clocks, undoSeconds: seconds } };
