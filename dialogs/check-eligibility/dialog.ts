import type { OpenQuestion } from "../../src/core/conversation.ts";
import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactState } from "../../src/core/fact.ts";
import { text } from "../../src/core/message.ts";
import type { ReadFact } from "../../src/core/understanding.ts";
import { corrected } from "../../src/dialog/corrected.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import { askNext } from "./ask-next.ts";
import { settleGuess, settleSpan } from "./settle-guess.ts";
import { suppose, supposeReply } from "./suppose.ts";

/** One dialog for every benefit of every incident: the policy says which fact can still matter, and this asks for it. */
export const checkEligibility: Dialog = {
  name: "check-eligibility",
  first: (turn) => answered(turn) ?? suppose(turn) ?? recalled(turn),
  take: ({ knowledge }, { intent, band }) => {
    const benefit = band === "sure" ? knowledge.benefitFor(intent) : undefined;
    if (benefit === undefined) return undefined;
    const intro = knowledge.answer(intent);
    return {
      outcome: "asked",
      effects: [
        { kind: "settle" },
        ...(intro === undefined
          ? []
          : [{ kind: "say", message: { kind: "answer", answer: intro.id, buttons: [] } } as const]),
        // What is turned off is held back, and nothing is asked towards it.
        ...(knowledge.isOff(intent) ? [] : [{ kind: "pursue", benefit } as const]),
      ],
    };
  },
  resume: askNext,
};

function answered(turn: DialogTurn): Decision | undefined {
  switch (turn.state.open?.kind) {
    case "fact":
      return replied(turn, turn.state.open.fact);
    case "confirm":
      return confirmed(turn, turn.state.open);
    default:
      return undefined;
  }
}

/** Something told before is remembered otherwise, but a part of it is guessed: it is confirmed before it counts. */
function recalled(turn: DialogTurn): Decision | undefined {
  const { state, understanding } = turn;
  const benefit = state.agenda.at(-1) ?? state.decided?.benefit;
  const read = understanding.facts.find(({ guessed, fact, value }) => guessed && isOther(state.facts[fact], value));
  if (benefit === undefined || read === undefined || understanding.segments.length > 0) return undefined;
  const settled = settleGuess(turn, { ...read, benefit });
  const effects = settled.flatMap((effect) => (effect.kind === "learn" ? [effect, corrected(read)] : [effect]));
  return { outcome: "asked", effects: [{ kind: "settle" }, { kind: "pursue", benefit }, ...effects] };
}

const isOther = (known: FactState | undefined, value: string): boolean =>
  known !== undefined && (known.state !== "known" || known.value !== value);

function replied(turn: DialogTurn, fact: string): Decision | undefined {
  const reply = turn.understanding.reply;
  switch (reply?.kind) {
    case "unsure":
    case "declined": {
      const learnt: readonly Effect[] = isImagined(turn.state.open)
        ? []
        : [{ kind: "learn", fact, is: { state: reply.kind } }];
      return { outcome: "asked", effects: [{ kind: "settle" }, ...learnt] };
    }
    case "value":
      if (isImagined(turn.state.open)) return supposeReply(turn, turn.state.open.benefit, reply.read);
      return reply.read.guessed ? guessed(turn, reply.read) : learn(reply.read);
    case "yes":
    case "no":
      return plain(turn, fact, reply.kind);
    case "vague":
      return whichOne(turn, fact);
    default:
      return undefined;
  }
}

const isImagined = (open: OpenQuestion | undefined): open is Extract<OpenQuestion, { kind: "fact" }> =>
  open?.kind === "fact" && open.supposed === true;

/** A bare "no" is the option `no` or `none`; a bare "yes" is the option `yes`, or else the question which one or when. */
function plain(
  { state, understanding, knowledge }: DialogTurn,
  fact: string,
  said: "yes" | "no",
): Decision | undefined {
  const options = knowledge.options(fact);
  const value = [said, said === "no" ? "none" : undefined].find((name) => name !== undefined && options.includes(name));
  if (value !== undefined) return learn({ fact, value, evidence: understanding.text });
  return said === "no" ? undefined : whichOne({ state, knowledge }, fact);
}

/** The same question again, with its buttons: what was said fits, but does not tell one of them. */
function whichOne({ state, knowledge }: Pick<DialogTurn, "state" | "knowledge">, fact: string): Decision | undefined {
  if (state.open === undefined) return undefined;
  const options = knowledge.options(fact);
  const key = options.length > 1 ? "check-eligibility.which-one" : "check-eligibility.which-day";
  const buttons = options.map((option) => ({ kind: "option", fact, value: option }) as const);
  return {
    outcome: "asked",
    effects: [
      { kind: "say", message: text(key, {}, buttons) },
      { kind: "ask", question: state.open },
    ],
  };
}

const learn = ({ fact, value, evidence }: Pick<ReadFact, "fact" | "value" | "evidence">): Decision => ({
  outcome: "asked",
  effects: [{ kind: "settle" }, { kind: "learn", fact, is: { state: "known", value, from: "customer", evidence } }],
});

function guessed(turn: DialogTurn, read: ReadFact): Decision | undefined {
  const benefit = turn.state.agenda.at(-1);
  if (benefit === undefined) return undefined;
  return { outcome: "asked", effects: [{ kind: "settle" }, ...settleGuess(turn, { ...read, benefit })] };
}

function confirmed(turn: DialogTurn, open: Extract<OpenQuestion, { kind: "confirm" }>): Decision | undefined {
  const { understanding, state } = turn;
  const { fact, value, to } = open;
  const benefit = state.agenda.at(-1);
  switch (understanding.reply?.kind) {
    case "yes": {
      const read = { fact, value, evidence: understanding.text, guessed: false };
      if (to === undefined || benefit === undefined) return learn(read);
      return { outcome: "asked", effects: [{ kind: "settle" }, ...settleSpan(turn, { ...read, to, benefit })] };
    }
    case "no":
    case "vague":
      return { outcome: "asked", effects: [{ kind: "settle" }, { kind: "forget", fact }] };
    case "value": {
      const { read } = understanding.reply;
      return read.guessed && read.value !== value ? guessed(turn, read) : learn(read);
    }
    default:
      return undefined;
  }
}
