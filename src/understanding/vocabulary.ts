import type { FactName } from "../core/fact.ts";
import type { Language, Localized } from "../core/language.ts";
import type { Bands } from "./bands.ts";

export type Wordings = Readonly<Record<Language, readonly string[]>>;

/** The customer's words for one fact. */
export interface FactWords {
  readonly kind: "enum" | "date";
  /** Words for each value, in the order in which the options are shown. A date has values only for "none" and the like. */
  readonly values: Readonly<Record<string, Wordings>>;
  /** Text of the button for each value; typed, it means the value. */
  readonly options?: Readonly<Record<string, Localized>>;
  /** Words that tie a day to this fact ("해지"); without one of them nearby a day is not taken unasked. */
  readonly cues?: Wordings;
  /** True when the day may lie ahead (a planned termination), so that a near day without a year is read as the next one. */
  readonly future?: boolean;
  /** Of an enum whose values stand for times of birth or ages. */
  readonly bands?: Bands;
}

/** By what the pack's own incident is known; any other is another one. */
export interface OwnIncident {
  /** Names of the company and of the incident, in every language. */
  readonly names: readonly string[];
  /** In which it came out. */
  readonly year: number;
}

/** Words of an incident pack (`utterances.yaml`). */
export interface Vocabulary {
  /** Without it no incident counts as another one. */
  readonly incident?: OwnIncident;
  readonly facts: Readonly<Record<FactName, FactWords>>;
}

export const NO_VOCABULARY: Vocabulary = { facts: {} };
