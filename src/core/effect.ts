import type { Agent, CloseReason } from "./activity.ts";
import type { Case, Deadline, HandOffReason } from "./case.ts";
import type { HeldReply, Hint, OpenQuestion } from "./conversation.ts";
import type { LocalTime } from "./day.ts";
import type { FactName, FactState, Facts } from "./fact.ts";
import type { CaseId } from "./ids.ts";
import type { Intent } from "./intent.ts";
import type { Language } from "./language.ts";
import type { Message } from "./message.ts";
import type { Slot } from "./slot.ts";
import type { SurveyAnswer } from "./survey.ts";
import type { BenefitId, Verdict } from "./verdict.ts";

/** One thing that a turn wants done, as data. */
export type Effect =
  | { readonly kind: "say"; readonly message: Message }
  | { readonly kind: "ask"; readonly question: OpenQuestion }
  /** The open question is settled or dropped. */
  | { readonly kind: "settle" }
  | { readonly kind: "learn"; readonly fact: FactName; readonly is: FactState }
  | { readonly kind: "hint"; readonly fact: FactName; readonly hint: Hint }
  | { readonly kind: "forget"; readonly fact?: FactName }
  | { readonly kind: "pursue"; readonly benefit: BenefitId }
  | { readonly kind: "drop"; readonly benefit: BenefitId }
  /** A benefit is looked at as if these facts were so. */
  | { readonly kind: "suppose"; readonly benefit: BenefitId; readonly facts: Facts }
  /** `supposed`: facts that were only imagined; the verdict is told, and what was really decided stays. */
  | {
      readonly kind: "decided";
      readonly benefit: BenefitId;
      readonly verdict: Verdict;
      readonly supposed?: Facts;
    }
  | { readonly kind: "undecide" }
  | { readonly kind: "speak"; readonly language: Language }
  | { readonly kind: "unclear" }
  | { readonly kind: "understood" }
  | { readonly kind: "greet" }
  /** What the customer last surely asked about; staff are shown replies that fit. */
  | { readonly kind: "topic"; readonly intent: Intent }
  | { readonly kind: "hand-off"; readonly reason: HandOffReason }
  /** The open question is no longer waited for; what is said later is not taken as its answer. */
  | { readonly kind: "lapse-question" }
  /** The customer may choose one of these times for a call back; none takes the offer back. */
  | { readonly kind: "offer-slots"; readonly slots: readonly Slot[] }
  /** The customer was told that nobody is there until then. */
  | { readonly kind: "told-closed"; readonly until: LocalTime }
  /** The customer was told that staff cannot see this chat now. */
  | { readonly kind: "told-unread" }
  | DeskEffect
  | ClockEffect
  | SupportEffect
  | SurveyEffect;

/** What time or the customer does to a case. */
export type ClockEffect =
  | { readonly kind: "breach"; readonly deadline: Deadline }
  /** The agent stayed silent: back to the queue. */
  | { readonly kind: "lapse-claim" }
  | { readonly kind: "customer-silent" }
  | { readonly kind: "propose-close" }
  /** The customer chose a time. */
  | { readonly kind: "call-back"; readonly slot: Slot }
  | { readonly kind: "call-back-due" }
  /** A closed case goes on with an agent: the one who closed it for want of an answer, or, `byStaff`, the one who opens it again. */
  | { readonly kind: "re-open"; readonly case: Case; readonly agent: Agent; readonly byStaff?: true };

/** What becomes of a case that is passed on to live support. `message` is theirs, for staff. */
export type SupportEffect =
  /** `agent` is absent when a rule does it. */
  | { readonly kind: "escalate"; readonly agent?: Agent }
  | { readonly kind: "support-accepted"; readonly message?: string }
  /** Back to the queue. */
  | { readonly kind: "support-returned"; readonly why: "failed" | "overdue"; readonly message?: string }
  | { readonly kind: "support-completed"; readonly message?: string };

export type SurveyEffect =
  | { readonly kind: "ask-survey"; readonly case: CaseId }
  | { readonly kind: "answer-survey"; readonly answer: SurveyAnswer }
  | { readonly kind: "comment-survey"; readonly comment: string }
  /** What comes next is no answer. */
  | { readonly kind: "end-survey" };

/** What a desk activity does to a case. */
export type DeskEffect =
  | { readonly kind: "relay"; readonly text: string }
  | { readonly kind: "claim"; readonly agent: Agent }
  | { readonly kind: "release"; readonly agent: Agent }
  | { readonly kind: "transfer"; readonly agent: Agent; readonly to: Agent }
  | { readonly kind: "take-over"; readonly agent: Agent }
  | { readonly kind: "note"; readonly agent: Agent; readonly text: string }
  /** `held`: the number of a reply that waited, and leaves now. */
  | { readonly kind: "reply"; readonly agent: Agent; readonly text: string; readonly held?: number }
  /** It leaves later, unless it is taken back. */
  | { readonly kind: "hold-reply"; readonly reply: HeldReply }
  | { readonly kind: "take-back"; readonly agent: Agent; readonly reply: HeldReply }
  | { readonly kind: "send-again"; readonly agent: Agent; readonly seq: number }
  | { readonly kind: "hand-back"; readonly agent: Agent }
  | { readonly kind: "close"; readonly agent: Agent; readonly reason: CloseReason }
  /** The act was not allowed; only the agent is told. */
  | {
      readonly kind: "refuse";
      readonly agent: Agent;
      readonly why: RefusalReason;
      readonly case?: CaseId;
      /** Name of who has the case. */
      readonly holder?: string;
    };

export type RefusalReason =
  | "taken"
  | "not-yours"
  | "not-open"
  | "not-lead"
  | "no-support"
  /** The reply has left, or was taken back before. */
  | "not-held"
  /** Another case is open since, or what is needed to open it again is gone. */
  | "cannot-re-open"
  | "forbidden-link"
  | "personal-data"
  | "unfilled"
  | "bot-off";
