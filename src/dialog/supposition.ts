import type { ConversationState } from "../core/conversation.ts";
import type { Facts } from "../core/fact.ts";
import type { BenefitId } from "../core/verdict.ts";

/** True while the benefit is being looked at under facts that are only imagined. */
export const isSupposing = ({ supposing }: ConversationState, benefit: BenefitId): boolean =>
  supposing !== undefined && supposing.benefit === benefit && supposing.verdict === undefined;

/** The facts that count for a benefit: what is known, and over it what is imagined. */
export const factsFor = (state: ConversationState, benefit: BenefitId): Facts =>
  isSupposing(state, benefit) ? { ...state.facts, ...state.supposing?.facts } : state.facts;
