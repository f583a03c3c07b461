import { CONVERSATION_INTENTS, type Intent } from "../../src/core/intent.ts";
import { intentButton, text } from "../../src/core/message.ts";
import type { BenefitId } from "../../src/core/verdict.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import { nameOther } from "./name-other.ts";

/** Answers a question about the incident from the pack, as of the day. */
export const answerQuestion: Dialog = {
  name: "answer-question",
  take: (turn, segment) => {
    const { knowledge } = turn;
    const { intent, band } = segment;
    if (band !== "sure" || CONVERSATION_INTENTS.has(intent)) return undefined;
    const answer = knowledge.answer(intent);
    if (answer === undefined) {
      const message = text("answer-question.not-held", {}, [intentButton("contact_agent")]);
      return { outcome: "answered", effects: [{ kind: "say", message }] };
    }
    // It is held back, and nothing is asked about what is being checked.
    if (knowledge.isOff(intent)) {
      return {
        outcome: "answered",
        effects: [{ kind: "say", message: { kind: "answer", answer: answer.id, buttons: [] } }],
      };
    }
    const person = answer.offersPerson ? [intentButton("contact_agent")] : [];
    const buttons = [...answer.next.map(intentButton), ...person];
    const own = worthChecking(turn, intent);
    return {
      outcome: "answered",
      effects: [
        ...nameOther(turn, segment),
        { kind: "say", message: { kind: "answer", answer: answer.id, buttons } },
        ...own.toReversed().map((benefit) => ({ kind: "pursue", benefit }) as const),
      ],
    };
  },
};

/** Facts of the customer's own situation are checked at once, unless the verdict on them was just told. */
function worthChecking({ knowledge, understanding, state }: DialogTurn, intent: Intent): readonly BenefitId[] {
  if (understanding.facts.length === 0) return [];
  return knowledge.benefitsWithFacts(intent).filter((benefit) => {
    if (benefit !== state.decided?.benefit) return true;
    return JSON.stringify(knowledge.evaluate(benefit, state.facts)) !== JSON.stringify(state.decided.verdict);
  });
}
