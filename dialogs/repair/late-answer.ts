import type { Intent } from "../../src/core/intent.ts";
import { text } from "../../src/core/message.ts";
import type { Understanding } from "../../src/core/understanding.ts";
import type { Dialog } from "../../src/dialog/dialog.ts";

const ANSWERS: ReadonlySet<Intent> = new Set<Intent>(["affirm", "deny", "dont_know"]);

/** A bare "yes" to a question that has lapsed is not taken as its answer: what was open is said, and asked again. */
export const lateAnswer: Dialog = {
  name: "late-answer",
  first: ({ state: { lapsed }, understanding }) => {
    if (lapsed === undefined || !onlyAnswers(understanding)) return undefined;
    return {
      outcome: "asked",
      effects: [
        { kind: "say", message: text("repair.late-answer") },
        { kind: "say", message: lapsed.asked },
        { kind: "ask", question: lapsed.question },
      ],
    };
  },
};

/** Who says more than that is answered. */
const onlyAnswers = ({ facts, segments, steering }: Understanding): boolean =>
  facts.length === 0 &&
  steering === undefined &&
  segments.length > 0 &&
  segments.every(({ band, intent }) => band !== "sure" || ANSWERS.has(intent)) &&
  segments.some(({ intent }) => ANSWERS.has(intent));
