import type { Language } from "../../../src/core/language.ts";
import type { Band } from "../../../src/core/understanding.ts";
import type { Sample } from "../../../src/understanding/index.ts";

/** Label of what belongs to no intent. */
export const OUTSIDE = "out_of_scope";

/** What an engine makes of a text. */
export interface Heard {
  /** Intents, best first, without `out_of_scope`; empty when the engine has no idea. */
  readonly ranked: readonly { readonly intent: string; readonly confidence: number }[];
  /** The higher, the more it looks like something that was taught. */
  readonly scope: number;
  /** The higher, the surer that acting on the first intent is right; 0 when the engine would not act. */
  readonly sureness: number;
  /** Peers know no `unsure`. */
  readonly band: Band;
}

export interface TextModel {
  hear(text: string): Heard | Promise<Heard>;
  /** Size of the model when stored. */
  bytes(): number;
}

/** Something that learns intents from samples. */
export interface TextEngine {
  readonly name: string;
  learn(samples: readonly Sample[], language: Language): TextModel | Promise<TextModel>;
}
