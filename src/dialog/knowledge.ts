import type { Day, LocalTime } from "../core/day.ts";
import type { FactName, Facts } from "../core/fact.ts";
import type { Intent } from "../core/intent.ts";
import type { Slot } from "../core/slot.ts";
import type { BenefitId, Verdict } from "../core/verdict.ts";

/** An answer in force on the day asked about. */
export interface AnswerInForce {
  /** `waiver_window.open` */
  readonly id: string;
  /** Intents offered next. */
  readonly next: readonly Intent[];
  readonly offersPerson: boolean;
}

/** Whether a person can answer now, and if not, when. */
export interface DeskHours {
  readonly open: boolean;
  /** The next moment at which the desk opens; now when open. */
  readonly opens: LocalTime;
  /** The next times for which a customer can ask to be called back. */
  readonly slots: readonly Slot[];
}

/** What dialogs may know of an incident on one day. */
export interface Knowledge {
  readonly day: Day;
  readonly topics: readonly Intent[];
  readonly desk: DeskHours;
  /** Undefined when the pack holds no answer for the day. */
  answer(id: string): AnswerInForce | undefined;
  /** True for an answer (an intent or a verdict's reason) that leads have turned off: nothing may be told of it. */
  isOff(id: string): boolean;
  /** The benefit that an intent asks to be decided. */
  benefitFor(intent: Intent): BenefitId | undefined;
  /** The benefits to be decided, in order, when the intent comes with facts of the customer's own situation. */
  benefitsWithFacts(intent: Intent): readonly BenefitId[];
  /** True when the intent, with facts that are only imagined, asks for the verdict on the benefit. */
  supposes(intent: Intent, benefit: BenefitId): boolean;
  /** The benefit whose policy asks for a fact. */
  benefitOf(fact: FactName): BenefitId | undefined;
  /** True when the benefit's policy asks for the fact. */
  asks(benefit: BenefitId, fact: FactName): boolean;
  /** The intents that start the check of a benefit. */
  startsOf(benefit: BenefitId): readonly Intent[];
  /** What is said when the benefit cannot be decided because a fact stays unknown. */
  stuck(benefit: BenefitId): AnswerInForce | undefined;
  evaluate(benefit: BenefitId, facts: Facts): Verdict;
  /** True when no rule tells the first and the last day of a span apart. */
  alike(benefit: BenefitId, fact: FactName, days: readonly [Day, Day]): boolean;
  /** Values offered as buttons for a fact, in order. */
  options(fact: FactName): readonly string[];
}
