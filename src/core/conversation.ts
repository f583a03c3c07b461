import type { Agent } from "./activity.ts";
import type { AuditTrail } from "./audit.ts";
import type { Case } from "./case.ts";
import type { Instant, LocalTime } from "./day.ts";
import type { FactName, Facts } from "./fact.ts";
import type { AgentId, CaseId } from "./ids.ts";
import type { Intent } from "./intent.ts";
import type { Language } from "./language.ts";
import type { Message } from "./message.ts";
import type { Slot } from "./slot.ts";
import type { OpenSurvey } from "./survey.ts";
import type { RunningTimers } from "./timer.ts";
import type { BenefitId, Verdict } from "./verdict.ts";

/** Who speaks to the customer now; exactly one. */
export type Owner =
  | { readonly kind: "bot" }
  | { readonly kind: "queued"; readonly case: CaseId }
  /** Live support, or nobody until it answers. */
  | { readonly kind: "support"; readonly case: CaseId }
  | { readonly kind: "agent"; readonly case: CaseId; readonly agent: AgentId };

/** What the bot asked and waits for. */
export type OpenQuestion =
  /** `supposed`: the answer is only imagined, too. */
  | { readonly kind: "fact"; readonly fact: FactName; readonly benefit: BenefitId; readonly supposed?: boolean }
  /** "2025년 10월 3일이 맞나요?": a value that was partly guessed. */
  | { readonly kind: "confirm"; readonly fact: FactName; readonly value: string; readonly to?: string }
  | { readonly kind: "intent"; readonly intents: readonly Intent[] }
  | { readonly kind: "person" };

export interface DecidedBenefit {
  readonly benefit: BenefitId;
  readonly verdict: Verdict;
}

/** "그럼 1월 10일에 해지하면요?": facts that count for one benefit until its verdict is told. */
export interface Supposition {
  readonly benefit: BenefitId;
  readonly facts: Facts;
  /** Absent until told. */
  readonly verdict?: Verdict;
}

/** A value that was said in passing and partly guessed. */
export interface Hint {
  readonly value: string;
  readonly evidence: string;
  /** Last day of a span. */
  readonly to?: string;
  readonly yearGuessed?: boolean;
}

/** A question of the bot that was not answered in time, with the words that asked it. */
export interface LapsedQuestion {
  readonly question: OpenQuestion;
  readonly asked: Message;
}

/** A reply that the agent can still take back. */
export interface HeldReply {
  /** The place of the act that wrote it. */
  readonly number: number;
  readonly agent: Agent;
  readonly text: string;
  readonly leavesAt: Instant;
}

/** What was said so far, folded. Never a step number: the next question follows from facts and policy. */
export interface ConversationState {
  readonly language: Language;
  readonly greeted: boolean;
  readonly facts: Facts;
  /** Days said in passing of which a part was guessed; confirmed when the fact is asked for. */
  readonly hints: Readonly<Record<FactName, Hint>>;
  /** Benefits being decided; the last one first. */
  readonly agenda: readonly BenefitId[];
  readonly open?: OpenQuestion;
  /** Messages in a row that were not understood. */
  readonly unclear: number;
  /** What the bot said in its last turn, for "다시". */
  readonly lastSaid: readonly Message[];
  /** Turns in a row in which the bot said just that again. */
  readonly repeats: number;
  readonly decided?: DecidedBenefit;
  readonly supposing?: Supposition;
  readonly owner: Owner;
  /** Absent until a fact is learned. */
  readonly audit?: AuditTrail;
  readonly timers?: RunningTimers;
  /** Until the customer writes again. */
  readonly lapsed?: LapsedQuestion;
  /** Times for a call back that the customer was offered and may still choose. */
  readonly slots?: readonly Slot[];
  /** The opening until which the customer knows that nobody is there. */
  readonly toldClosedUntil?: LocalTime;
  /** The customer of the open case knows that staff could not see the chat. */
  readonly toldUnread?: true;
  readonly survey?: OpenSurvey;
  /** The case that was closed because the customer did not answer: the next message may open it again. */
  readonly closed?: Case;
  /** What the customer last surely asked about. */
  readonly topic?: Intent;
  /** The case that was closed last, for whatever reason: staff may open it again. */
  readonly lastCase?: Case;
  /** In the order of writing; absent when there are none. */
  readonly held?: readonly HeldReply[];
}

export const newConversation = (language: Language): ConversationState => ({
  language,
  greeted: false,
  facts: {},
  hints: {},
  agenda: [],
  unclear: 0,
  lastSaid: [],
  repeats: 0,
  owner: { kind: "bot" },
});
