import type { Said } from "../../src/core/message.ts";

/** One thing said, as a channel sends it. */
export interface Rendered {
  /** What breaks a limit of the channel, as sentences. */
  readonly faults: readonly string[];
  /** All words that the customer can read, in order. */
  readonly words: string;
  /** The same as sent, with its links. */
  readonly sent: string;
  /** What a press says, and what can be read to be typed. */
  readonly choices: string;
}

/** Renders what the bot says and judges it by the limits of a channel. */
export type Render = (said: Said) => Rendered;

const HALF = /\p{Surrogate}/u;

/** The fault of a text that is empty, longer than `max` UTF-16 units, or cut inside a character. */
export const textFaults = (what: string, text: string, max: number): readonly string[] => [
  ...(text.trim() === "" ? [`${what} is empty`] : []),
  ...(text.length > max ? [`${what} is too long: ${text.length}`] : []),
  ...(HALF.test(text) ? [`${what} has half a character`] : []),
];
