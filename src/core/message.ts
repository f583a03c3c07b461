import type { Day, LocalTime } from "./day.ts";
import type { FactName } from "./fact.ts";
import type { Intent } from "./intent.ts";
import type { Slot } from "./slot.ts";
import type { SurveyAnswer } from "./survey.ts";
import type { BenefitId } from "./verdict.ts";

/** A button says its label when pressed, so that typing the same words does the same thing. */
export type Button =
  | { readonly kind: "intent"; readonly intent: Intent }
  | { readonly kind: "option"; readonly fact: FactName; readonly value: string }
  | { readonly kind: "slot"; readonly slot: Slot }
  | { readonly kind: "survey"; readonly answer: SurveyAnswer };

/** A blank in a message; all but plain strings are worded in the customer's language. */
export type Param =
  | string
  | { readonly kind: "fact"; readonly fact: FactName }
  | { readonly kind: "value"; readonly fact: FactName; readonly value: string }
  /** "회선 종류: 알뜰폰 · 해지일: 2026년 1월 2일" */
  | { readonly kind: "facts"; readonly facts: readonly SaidFact[] }
  | { readonly kind: "benefit"; readonly benefit: BenefitId }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "time"; readonly time: LocalTime }
  /** When people answer. */
  | { readonly kind: "hours" }
  | { readonly kind: "slot"; readonly slot: Slot }
  /** What was said so far; filled in when the turn is written. */
  | { readonly kind: "transcript"; readonly text?: string }
  /** How many wait before the customer and how long others waited, or that all agents are away; filled in when the turn is written. */
  | { readonly kind: "queue"; readonly ahead?: number; readonly minutes?: number; readonly nobody?: true };

export interface SaidFact {
  readonly fact: FactName;
  readonly value: string;
  /** The customer's words, told instead of the value. */
  readonly words?: string;
}

export type Params = Readonly<Record<string, Param>>;

/** Something to say, by key; words are chosen by language when the turn is committed. */
export type Message =
  | { readonly kind: "text"; readonly key: string; readonly params: Params; readonly buttons: readonly Button[] }
  /** A dated, sourced answer of the pack: `waiver_window.open`, or a verdict's reason. */
  | { readonly kind: "answer"; readonly answer: string; readonly buttons: readonly Button[] }
  /** The question for a fact, or why it is asked, worded by the pack. */
  | {
      readonly kind: "question";
      readonly fact: FactName;
      readonly part: "ask" | "why";
      readonly buttons: readonly Button[];
    };

export interface SourceLink {
  readonly id: string;
  /** For example "뉴스핌, 2026년 1월 14일". */
  readonly label: string;
  readonly url: string;
}

/** Words as the customer sees them. */
export interface Said {
  readonly key: string;
  readonly text: string;
  readonly sources: readonly SourceLink[];
  readonly buttons: readonly string[];
}

export const text = (key: string, params: Params = {}, buttons: readonly Button[] = []): Message => ({
  kind: "text",
  key,
  params,
  buttons,
});

export const slotButton = (slot: Slot): Button => ({ kind: "slot", slot });
export const intentButton = (intent: Intent): Button => ({ kind: "intent", intent });
