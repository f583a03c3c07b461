import type { OpenQuestion } from "../core/conversation.ts";
import type { Decision } from "../core/decision.ts";
import type { Effect } from "../core/effect.ts";
import { caseId } from "../core/ids.ts";
import type { Outcome } from "../core/outcome.ts";
import type { Segment } from "../core/understanding.ts";
import type { Dialog, DialogTurn } from "./dialog.ts";
import { fold } from "./fold.ts";

/** No case is opened while deciding; the shell gives the real id. */
const UNNAMED_CASE = caseId("");

/** Ends of a message that led away from the open question. */
const DIGRESSIONS: ReadonlySet<Outcome> = new Set<Outcome>(["answered", "small-talk"]);

/** Decides a customer's message while the bot owns the conversation. The order of `dialogs` is the order of asking them. */
export function decide(turn: DialogTurn, dialogs: readonly Dialog[]): Decision {
  const stated = learnStated(turn);
  const now = after(turn, stated);
  const first = firstOf(dialogs, (dialog) => dialog.first?.(now));
  const taken = first === undefined ? takeSegments(now, dialogs) : withQuestions(now, first, dialogs);
  const settled = withCounter(prepend(stated, taken));
  return resume(turn, settled, dialogs);
}

/** Facts said outright count at once; guessed ones wait until they are asked for. */
function learnStated({ state, understanding }: DialogTurn): readonly Effect[] {
  return understanding.facts
    .filter((read) => state.facts[read.fact] === undefined)
    .map(({ fact, guessed, at: _, ...hint }): Effect => {
      if (guessed) return { kind: "hint", fact, hint };
      const { value, evidence } = hint;
      return { kind: "learn", fact, is: { state: "known", value, from: "customer", evidence } };
    });
}

function takeSegments(turn: DialogTurn, dialogs: readonly Dialog[]): Decision {
  const segments = chosen(turn) ?? readOrRejected(turn);
  const dropped: readonly Effect[] = isOffer(turn.state.open) ? [{ kind: "settle" }] : [];
  const start: Decision = { outcome: "ignored", effects: dropped };
  return segments.reduce<Decision>((done, segment) => {
    if (done.effects.some((effect) => effect.kind === "hand-off")) return done;
    const now = after(turn, done.effects);
    const next = firstOf(dialogs, (dialog) => dialog.take?.(now, segment));
    return next === undefined ? done : { outcome: next.outcome, effects: [...done.effects, ...next.effects] };
  }, start);
}

/** A reply or a correction may bring questions of its own; they are answered before the talk goes on. */
function withQuestions(turn: DialogTurn, decision: Decision, dialogs: readonly Dialog[]): Decision {
  const { reply, corrects, segments } = turn.understanding;
  const asked = segments.filter(
    ({ intent }) => !turn.state.agenda.some((one) => one === turn.knowledge.benefitFor(intent)),
  );
  if ((reply === undefined && !corrects) || asked.length === 0 || waits(decision)) return decision;
  const now = after(turn, decision.effects);
  const answers = takeSegments({ ...now, understanding: { ...now.understanding, segments: asked } }, dialogs);
  return { outcome: answers.outcome, effects: [...decision.effects, ...answers.effects] };
}

/** An offer lapses when something else is said; a question about a fact stays open. */
const isOffer = (open: OpenQuestion | undefined): boolean => open?.kind === "intent" || open?.kind === "person";

/** What there is to take. Where nothing is sure, one thing is asked about; words in which nothing was found are a rejection, never silence. */
function readOrRejected({ understanding: { text, segments } }: DialogTurn): readonly Segment[] {
  if (segments.some(({ band }) => band === "sure")) return segments;
  const [nearest] = [...segments.filter(({ band }) => band === "unsure"), ...segments];
  return [nearest ?? { text, intent: "out_of_scope", confidence: 0, band: "rejected", alternatives: [] }];
}

/** A button of "which did you mean?" or of the last answer stands for its intent. */
function chosen({ state, understanding }: DialogTurn): readonly Segment[] | undefined {
  if (understanding.reply?.kind !== "intent" || (state.open !== undefined && state.open.kind !== "intent")) {
    return undefined;
  }
  const { intent } = understanding.reply;
  return [{ text: understanding.text, intent, confidence: 1, band: "sure", alternatives: [] }];
}

/** Goes on with the agenda, one benefit after the other, until something is asked or a person takes over. */
function resume(turn: DialogTurn, decision: Decision, dialogs: readonly Dialog[]): Decision {
  const { open, agenda } = turn.state;
  const asks = open?.kind === "fact" || open?.kind === "confirm";
  const interrupted = asks && DIGRESSIONS.has(decision.outcome) ? agenda.at(-1) : undefined;
  let done = decision;
  while (!waits(done)) {
    const now = after(turn, done.effects);
    const next = firstOf(dialogs, (dialog) => dialog.resume?.(now, interrupted));
    if (next === undefined) return done;
    done = { outcome: next.outcome, effects: [...done.effects, ...next.effects] };
  }
  return done;
}

/** True when the customer's answer or a person is waited for. */
const waits = ({ effects }: Decision): boolean =>
  effects.some((effect) => effect.kind === "ask" || effect.kind === "hand-off");

const after = (turn: DialogTurn, effects: readonly Effect[]): DialogTurn =>
  effects.length === 0 ? turn : { ...turn, state: fold(turn.state, effects, UNNAMED_CASE) };

const prepend = (effects: readonly Effect[], decision: Decision): Decision => ({
  ...decision,
  effects: [...effects, ...decision.effects],
});

const withCounter = (decision: Decision): Decision =>
  decision.effects.some((effect) => effect.kind === "unclear") ? decision : prepend([{ kind: "understood" }], decision);

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
