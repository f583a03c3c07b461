import { LANGUAGES, type Language } from "../core/language.ts";
import { gramsOf, isNearCopy } from "../understanding/near-copy.ts";
import type { IntentContent } from "./content.ts";

/** An example that says what another of the same intent says already. */
export interface NearCopy {
  readonly language: Language;
  /** Its place among the examples of the language. */
  readonly at: number;
  readonly text: string;
  readonly of: string;
}

/** Every example that is nearly the same as one before it. */
export const nearCopies = (examples: IntentContent["examples"]): readonly NearCopy[] =>
  LANGUAGES.flatMap((language) => {
    const seen = examples[language].map((text) => ({ text, grams: gramsOf(text) }));
    return seen.flatMap(({ text, grams }, at) => {
      const like = seen.slice(0, at).find((other) => isNearCopy(grams, other.grams));
      return like === undefined ? [] : [{ language, at, text, of: like.text }];
    });
  });
