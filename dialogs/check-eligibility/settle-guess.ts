import type { Hint } from "../../src/core/conversation.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactName } from "../../src/core/fact.ts";
import { intentButton, type Message, text } from "../../src/core/message.ts";
import type { BenefitId } from "../../src/core/verdict.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";

/** A value of which a part was guessed: for which fact, for which benefit. */
export interface Guess extends Hint {
  readonly fact: FactName;
  readonly benefit: BenefitId;
}

/** A guessed year is confirmed. A span within which nothing changes is as good as a day; otherwise the day is asked for. */
export function settleGuess(turn: DialogTurn, guess: Guess): readonly Effect[] {
  const { fact, value, to, yearGuessed } = guess;
  if (to === undefined || yearGuessed === true) return confirm({ fact, value, ...(to === undefined ? {} : { to }) });
  return settleSpan(turn, { ...guess, to });
}

export const confirm = (guess: Pick<Guess, "fact" | "value" | "to">): readonly Effect[] => [
  { kind: "say", message: isThisRight(guess) },
  { kind: "ask", question: { ...guess, kind: "confirm" } },
];

export function settleSpan(turn: DialogTurn, guess: Guess & { readonly to: string }): readonly Effect[] {
  const { fact, benefit, value, to, evidence } = guess;
  if (turn.knowledge.alike(benefit, fact, [value, to])) {
    return [{ kind: "learn", fact, is: { state: "known", value, to, from: "customer", evidence } }];
  }
  return [
    { kind: "say", message: text("check-eligibility.which-day") },
    { kind: "ask", question: { kind: "fact", fact, benefit } },
  ];
}

function isThisRight({ fact, value, to }: Pick<Guess, "fact" | "value" | "to">): Message {
  const buttons = [intentButton("affirm"), intentButton("deny")];
  const from = { kind: "value", fact, value } as const;
  return to === undefined
    ? text("check-eligibility.confirm", { day: from }, buttons)
    : text("check-eligibility.confirm-span", { from, to: { kind: "value", fact, value: to } }, buttons);
}
