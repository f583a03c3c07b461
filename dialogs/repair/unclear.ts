import type { Decision } from "../../src/core/decision.ts";
import { CONVERSATION_INTENTS, type Intent } from "../../src/core/intent.ts";
import { intentButton, text } from "../../src/core/message.ts";
import type { Segment } from "../../src/core/understanding.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import { handOffEffects } from "../../src/dialog/hand-off-effects.ts";
import { offerPerson } from "../../src/dialog/offer-person.ts";

const MAX_CHOICES = 3;
const NEAR_WHEN_REJECTED = 0.5;

/** What nobody else took: one question with at most three buttons, then the offer of a person, then a person. */
export const unclear: Dialog = {
  name: "repair",
  take: (turn, segment) => {
    if (isAside(turn, segment)) return undefined;
    const told = onlyFacts(turn, segment);
    if (told !== undefined) return told;
    switch (turn.state.unclear) {
      case 0:
        return clarify(turn, segment);
      case 1:
        return {
          outcome: "offered-person",
          effects: [{ kind: "unclear" }, { kind: "settle" }, ...offerPerson("repair.unclear-again")],
        };
      default:
        return { outcome: "handed-off", effects: handOffEffects("not-understood", turn.knowledge) };
    }
  },
};

/** Beside something that was understood, what was not is let pass instead of being asked about. */
const isAside = ({ understanding: { segments } }: DialogTurn, { band }: Segment): boolean =>
  band !== "sure" && segments.some((other) => other.band === "sure");

/** Somebody who only tells of the own situation is asked what to find out with it. */
function onlyFacts({ understanding, state, knowledge }: DialogTurn, { band }: Segment): Decision | undefined {
  const [first] = understanding.facts;
  const benefit = first === undefined ? undefined : knowledge.benefitOf(first.fact);
  if (benefit === undefined || band !== "rejected" || state.open !== undefined) return undefined;
  const intents = [
    ...knowledge.startsOf(benefit),
    ...knowledge.topics.filter((topic) => knowledge.benefitFor(topic) !== benefit),
  ];
  const offered = intents.slice(0, MAX_CHOICES);
  return {
    outcome: "clarifying",
    effects: [
      { kind: "say", message: text("repair.noted-facts", {}, offered.map(intentButton)) },
      { kind: "ask", question: { kind: "intent", intents: offered } },
    ],
  };
}

function clarify({ state, knowledge }: DialogTurn, segment: Segment): Decision {
  if (state.open?.kind === "fact" || state.open?.kind === "confirm") {
    return {
      outcome: "clarifying",
      effects: [{ kind: "unclear" }, { kind: "say", message: text("repair.unclear-reply") }],
    };
  }
  const guesses = likely(segment).filter((intent) => !knowledge.isOff(intent));
  const intents = guesses.length > 0 ? guesses : knowledge.topics.slice(0, MAX_CHOICES);
  const key = guesses.length > 0 ? "repair.which" : "repair.unclear";
  return {
    outcome: "clarifying",
    effects: [
      { kind: "unclear" },
      { kind: "say", message: text(key, {}, intents.map(intentButton)) },
      { kind: "ask", question: { kind: "intent", intents } },
    ],
  };
}

/** What it may have been: anything near when unsure, only what comes very near when rejected. */
function likely({ band, intent, alternatives }: Segment): readonly Intent[] {
  const near =
    band === "unsure" ? alternatives : alternatives.filter(({ confidence }) => confidence >= NEAR_WHEN_REJECTED);
  return [...new Set([intent, ...near.map((other) => other.intent)])]
    .filter((label) => !CONVERSATION_INTENTS.has(label))
    .slice(0, MAX_CHOICES);
}
