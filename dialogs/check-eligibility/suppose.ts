import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactName, Facts } from "../../src/core/fact.ts";
import { text } from "../../src/core/message.ts";
import type { ReadFact } from "../../src/core/understanding.ts";
import type { BenefitId } from "../../src/core/verdict.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";
import { understoodAs } from "../../src/dialog/understood-as.ts";

/** "그럼 1월 10일에 해지하면요?" after a verdict: the same benefit under facts that are only imagined. What was really said stays. */
export function suppose(turn: DialogTurn): Decision | undefined {
  const { knowledge, understanding } = turn;
  const benefit = benefitOf(turn);
  if (benefit === undefined || asksOtherwise(turn, benefit)) return undefined;
  const imagined = (understanding.supposed ?? []).filter(({ fact }) => knowledge.asks(benefit, fact));
  if (imagined.length === 0) return undefined;
  const vague = imagined.find((read) => !isOneCase(turn, benefit, read));
  if (vague !== undefined) return said(askDay(benefit, vague.fact));
  return said(pursueAs(turn, benefit, imagined));
}

/** The reply to "which day?" of an imagined case is imagined, too. */
export function supposeReply(turn: DialogTurn, benefit: BenefitId, read: ReadFact): Decision {
  return said(isOneCase(turn, benefit, read) ? pursueAs(turn, benefit, [read]) : askDay(benefit, read.fact));
}

const askDay = (benefit: BenefitId, fact: FactName): readonly Effect[] => [
  { kind: "say", message: text("check-eligibility.suppose-day") },
  { kind: "ask", question: { kind: "fact", fact, benefit, supposed: true } },
];

function pursueAs(
  { state, knowledge }: DialogTurn,
  benefit: BenefitId,
  imagined: readonly ReadFact[],
): readonly Effect[] {
  const facts: Facts = Object.fromEntries(imagined.map((read) => [read.fact, supposedly(read)]));
  const verdict = knowledge.evaluate(benefit, { ...state.facts, ...facts });
  return [
    ...(verdict.kind === "needs" ? understoodAs(facts, "check-eligibility.supposing") : []),
    { kind: "suppose", benefit, facts },
    { kind: "pursue", benefit },
  ];
}

/** What is being checked, if all that is imagined was told otherwise; else what was decided last. */
function benefitOf({ state, knowledge, understanding: { supposed = [] } }: DialogTurn): BenefitId | undefined {
  const checking = state.agenda.at(-1);
  if (checking === undefined) return state.decided?.benefit;
  const retold = supposed.filter(({ fact }) => knowledge.asks(checking, fact));
  return retold.length > 0 && retold.every(({ fact }) => state.facts[fact] !== undefined) ? checking : undefined;
}

/** A sure question about something else ("1월 20일에 해지하면 위약금 얼마예요?") is answered as such. */
function asksOtherwise({ knowledge, understanding: { segments } }: DialogTurn, benefit: BenefitId): boolean {
  return segments.some(
    ({ band, intent }) =>
      band === "sure" && !knowledge.supposes(intent, benefit) && knowledge.answer(intent) !== undefined,
  );
}

const isOneCase = ({ knowledge }: DialogTurn, benefit: BenefitId, { fact, value, to }: ReadFact): boolean =>
  to === undefined || knowledge.alike(benefit, fact, [value, to]);

const supposedly = ({ value, to, evidence }: ReadFact): Facts[string] => ({
  state: "known",
  value,
  from: "customer",
  evidence,
  ...(to === undefined ? {} : { to }),
});

const said = (effects: readonly Effect[]): Decision => ({
  outcome: "asked",
  effects: [{ kind: "settle" }, ...effects],
});
