import type { OpenQuestion } from "../core/conversation.ts";
import type { Day } from "../core/day.ts";
import type { FactName } from "../core/fact.ts";
import type { Intent } from "../core/intent.ts";
import type { Language } from "../core/language.ts";
import type { Understanding } from "../core/understanding.ts";

export interface UnderstandingContext {
  /** The conversation's language so far; the message's own words weigh more. */
  readonly language: Language;
  /** The day on which the message was sent, for "어제" and missing years. */
  readonly today: Day;
  readonly open?: OpenQuestion;
  /** The fact of which the customer told a day last; a day without a word of what it is about corrects it. */
  readonly lastDay?: FactName;
  /** Intents of the buttons under the last message, in order; while nothing is asked, "2번" means the second. */
  readonly offered?: readonly Intent[];
}

/** Reads one message. Pure and synchronous once the models are loaded. */
export type Understand = (text: string, context: UnderstandingContext) => Understanding;
