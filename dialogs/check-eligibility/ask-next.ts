import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import { caseId } from "../../src/core/ids.ts";
import { text } from "../../src/core/message.ts";
import type { BenefitId } from "../../src/core/verdict.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";
import { fold } from "../../src/dialog/fold.ts";
import { factsFor } from "../../src/dialog/supposition.ts";
import { confirm, settleGuess } from "./settle-guess.ts";
import { tellVerdict } from "./tell-verdict.ts";

/** Asks for the fact that can still matter, or says the verdict of the benefit on top of the agenda. */
export function askNext(turn: DialogTurn, interrupted: BenefitId | undefined): Decision | undefined {
  const benefit = turn.state.agenda.at(-1);
  if (benefit === undefined) return undefined;
  if (turn.state.open?.kind === "confirm") {
    return { outcome: "asked", effects: [...back(benefit, interrupted), ...confirm(turn.state.open)] };
  }
  const verdict = turn.knowledge.evaluate(benefit, factsFor(turn.state, benefit));
  if (verdict.kind !== "needs") return tellVerdict(turn, benefit, verdict);
  return fromHint(turn, benefit, verdict.ask) ?? ask(turn, benefit, verdict.ask, interrupted);
}

/** What was said in passing is taken up instead of being asked for anew. */
function fromHint(turn: DialogTurn, benefit: BenefitId, fact: string): Decision | undefined {
  const hint = turn.state.hints[fact];
  if (hint === undefined) return undefined;
  const effects = settleGuess(turn, { ...hint, fact, benefit });
  if (effects.some(({ kind }) => kind === "ask")) return { outcome: "asked", effects };
  const next = askNext({ ...turn, state: fold(turn.state, effects, caseId("")) }, undefined);
  return next && { outcome: next.outcome, effects: [...effects, ...next.effects] };
}

function ask(
  { knowledge }: DialogTurn,
  benefit: BenefitId,
  fact: string,
  interrupted: BenefitId | undefined,
): Decision {
  const buttons = knowledge.options(fact).map((value) => ({ kind: "option", fact, value }) as const);
  return {
    outcome: "asked",
    effects: [
      ...back(benefit, interrupted),
      { kind: "say", message: { kind: "question", fact, part: "ask", buttons } },
      { kind: "ask", question: { kind: "fact", fact, benefit } },
    ],
  };
}

const back = (benefit: BenefitId, interrupted: BenefitId | undefined): readonly Effect[] =>
  interrupted === benefit ? [{ kind: "say", message: text("check-eligibility.back") }] : [];
