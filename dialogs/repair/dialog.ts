import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactName, FactState, Facts } from "../../src/core/fact.ts";
import { intentButton, type Message, text } from "../../src/core/message.ts";
import type { ReadFact, Steering } from "../../src/core/understanding.ts";
import { corrected } from "../../src/dialog/corrected.ts";
import type { Dialog, DialogTurn } from "../../src/dialog/dialog.ts";
import type { Knowledge } from "../../src/dialog/knowledge.ts";
import { understoodAs } from "../../src/dialog/understood-as.ts";

/** Steering the talk: why, again, from the start, stop, back; and corrections of what was said. */
export const repair: Dialog = {
  name: "repair",
  first: (turn) => unreadable(turn) ?? correct(turn) ?? steer(turn),
};

function unreadable({ understanding, knowledge }: DialogTurn): Decision | undefined {
  if (understanding.text !== "") return undefined;
  const message = text("repair.unreadable", {}, knowledge.topics.slice(0, 3).map(intentButton));
  return { outcome: "clarifying", effects: [{ kind: "say", message }] };
}

/** A known fact that now reads differently is taken over and what hung on it is decided anew. */
function correct({ state, understanding }: DialogTurn): Decision | undefined {
  const changed = understanding.facts.filter((read) => !read.guessed && differs(read, state.facts[read.fact]));
  const asksToo = understanding.segments.length > 1 && !understanding.corrects;
  if (changed.length === 0 || asksToo) return undefined;
  const anew = state.agenda.length === 0 ? state.decided?.benefit : undefined;
  return {
    outcome: "steered",
    effects: [
      { kind: "settle" },
      ...changed.flatMap(takeOver),
      ...(anew === undefined ? [] : [{ kind: "pursue", benefit: anew } as const]),
    ],
  };
}

const differs = (read: ReadFact, known: DialogTurn["state"]["facts"][string] | undefined): boolean =>
  known !== undefined && (known.state !== "known" || known.value !== read.value);

const takeOver = (read: ReadFact): readonly Effect[] => {
  const { fact, value, evidence } = read;
  return [{ kind: "learn", fact, is: { state: "known", value, from: "customer", evidence } }, corrected(read)];
};

function steer(turn: DialogTurn): Decision | undefined {
  const steering = turn.understanding.steering ?? steeringIntent(turn);
  return steering === undefined ? undefined : STEER[steering](turn);
}

function steeringIntent({ understanding: { segments } }: DialogTurn): Steering | undefined {
  const [only] = segments;
  if (only === undefined || segments.length > 1 || only.band !== "sure") return undefined;
  switch (only.intent) {
    case "cancel":
    case "start_over":
    case "repeat":
    case "go_back":
      return only.intent;
    default:
      return undefined;
  }
}

const STEER: Record<Steering, (turn: DialogTurn) => Decision | undefined> = {
  why: ({ state, knowledge }) => {
    if (state.open?.kind === "fact") {
      return said([
        { kind: "settle" },
        { kind: "say", message: { kind: "question", fact: state.open.fact, part: "why", buttons: [] } },
      ]);
    }
    return whyDecided(state, knowledge);
  },
  repeat: ({ state, knowledge }) =>
    said(
      state.lastSaid.length > 0
        ? [...state.lastSaid.flatMap((message) => sayAgain(message, knowledge)), ...keepAsking(state.open)]
        : [{ kind: "say", message: text("repair.nothing-said") }],
    ),
  start_over: ({ state, knowledge }) =>
    said([
      { kind: "settle" },
      { kind: "forget" },
      ...state.agenda.map((benefit): Effect => ({ kind: "drop", benefit })),
      { kind: "undecide" },
      { kind: "say", message: text("repair.started-over", {}, knowledge.topics.map(intentButton)) },
    ]),
  cancel: ({ state, knowledge }) =>
    said([
      { kind: "settle" },
      ...state.agenda.map((benefit): Effect => ({ kind: "drop", benefit })),
      {
        kind: "say",
        message: text("repair.cancelled", {}, knowledge.topics.slice(0, 3).map(intentButton)),
      },
    ]),
  go_back: ({ state }) => {
    if (state.open?.kind === "confirm") return said([{ kind: "settle" }, ...unsaid(state.open.fact, state)]);
    const newest = Object.entries(state.facts).findLast(([, is]) => is.state !== "conflict")?.[0];
    if (newest === undefined) return said([{ kind: "say", message: text("repair.nothing-to-take-back") }]);
    const anew = state.agenda.length === 0 ? state.decided?.benefit : undefined;
    return said([
      { kind: "settle" },
      { kind: "forget", fact: newest },
      { kind: "say", message: text("repair.taken-back", { fact: { kind: "fact", fact: newest } }) },
      ...(anew === undefined ? [] : [{ kind: "pursue", benefit: anew } as const]),
    ]);
  },
};

/** The verdict told last: which of the told facts it hangs on, and its reasons with their sources. */
function whyDecided({ decided, supposing, facts }: DialogTurn["state"], knowledge: Knowledge): Decision | undefined {
  const verdict = supposing?.verdict ?? decided?.verdict;
  if (verdict === undefined || verdict.kind === "needs") return undefined;
  const answers = verdict.reasons.flatMap(({ code }) => knowledge.answer(code) ?? []);
  if (answers.length === 0) return undefined;
  const counted =
    verdict.kind === "refer" || verdict.reasons.some(({ code }) => knowledge.isOff(code)) ? [] : verdict.because;
  const known = { ...facts, ...(supposing?.verdict === undefined ? {} : supposing.facts) };
  return said([
    ...understoodAs(Object.fromEntries(counted.flatMap((fact) => pairOf(known, fact))), "repair.because"),
    ...answers.map(({ id }): Effect => ({ kind: "say", message: { kind: "answer", answer: id, buttons: [] } })),
  ]);
}

const pairOf = (facts: Facts, fact: FactName): readonly (readonly [FactName, FactState])[] => {
  const is = facts[fact];
  return is === undefined ? [] : [[fact, is]];
};

/** A day that was being confirmed is asked for again; what was known before stays. */
const unsaid = (fact: FactName, { facts }: DialogTurn["state"]): readonly Effect[] =>
  facts[fact] === undefined ? [{ kind: "forget", fact }] : [];

const said = (effects: readonly Effect[]): Decision => ({ outcome: "steered", effects });

/** An answer that went out of force since is said as it stands today. */
function sayAgain(message: Message, knowledge: Knowledge): readonly Effect[] {
  if (message.kind !== "answer") return [{ kind: "say", message }];
  const today = knowledge.answer(message.answer.slice(0, message.answer.indexOf(".")));
  return today === undefined ? [] : [{ kind: "say", message: { ...message, answer: today.id } }];
}

const keepAsking = (open: DialogTurn["state"]["open"]): readonly Effect[] =>
  open === undefined ? [] : [{ kind: "ask", question: open }];
