import type { Agent, CloseReason } from "./activity.ts";
import type { HandOffReason } from "./case.ts";
import type { Hint, OpenQuestion } from "./conversation.ts";
import type { FactName, FactState, Facts } from "./fact.ts";
import type { CaseId } from "./ids.ts";
import type { Language } from "./language.ts";
import type { Message } from "./message.ts";
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
  | { readonly kind: "hand-off"; readonly reason: HandOffReason }
  | DeskEffect;

/** What a desk activity does to a case. */
export type DeskEffect =
  | { readonly kind: "relay"; readonly text: string }
  | { readonly kind: "claim"; readonly agent: Agent }
  | { readonly kind: "release"; readonly agent: Agent }
  | { readonly kind: "note"; readonly agent: Agent; readonly text: string }
  | { readonly kind: "reply"; readonly agent: Agent; readonly text: string }
  | { readonly kind: "send-again"; readonly agent: Agent; readonly seq: number }
  | { readonly kind: "hand-back"; readonly agent: Agent }
  | { readonly kind: "close"; readonly agent: Agent; readonly reason: CloseReason }
  /** The act was not allowed; only the agent is told. */
  | { readonly kind: "refuse"; readonly agent: Agent; readonly why: RefusalReason; readonly case?: CaseId };

export type RefusalReason = "taken" | "not-yours" | "not-open" | "forbidden-link" | "personal-data";
