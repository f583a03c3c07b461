import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { FactName, FactState, Facts } from "../../src/core/fact.ts";
import { intentButton, type SaidFact, text } from "../../src/core/message.ts";
import type { BenefitId, Verdict } from "../../src/core/verdict.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";
import { handOffEffects } from "../../src/dialog/hand-off-effects.ts";

type Decided = Exclude<Verdict, { kind: "needs" }>;

/** Says the verdict: what it rests on, until when it holds, why. What cannot be decided goes to a person. */
export function tellVerdict(turn: DialogTurn, benefit: BenefitId, verdict: Decided): Decision {
  const done: readonly Effect[] = [
    { kind: "settle" },
    { kind: "drop", benefit },
    { kind: "decided", benefit, verdict },
  ];
  const basis = understoodAs(turn.state.facts);
  if (verdict.kind === "refer") {
    return {
      outcome: "handed-off",
      effects: [...basis, ...reasons(turn, verdict, []), ...done, ...handOffEffects("referral", turn.knowledge)],
    };
  }
  const until: readonly Effect[] =
    verdict.validUntil === undefined
      ? []
      : [
          {
            kind: "say",
            message: text("check-eligibility.valid-until", { day: { kind: "day", day: verdict.validUntil } }),
          },
        ];
  return { outcome: "decided", effects: [...basis, ...until, ...reasons(turn, verdict, ["contact_agent"]), ...done] };
}

/** What the verdict rests on, so that a misunderstanding is seen before the verdict is believed. */
function understoodAs(facts: Facts): readonly Effect[] {
  const known = Object.entries(facts).flatMap(([fact, is]) => (is.state === "known" ? [saidAs(fact, is)] : []));
  return known.length === 0
    ? []
    : [{ kind: "say", message: text("check-eligibility.understood", { facts: { kind: "facts", facts: known } }) }];
}

/** A span is told in the customer's own words: its first day was never said. */
const saidAs = (fact: FactName, { value, to, evidence }: Extract<FactState, { state: "known" }>): SaidFact =>
  to === undefined || evidence === undefined ? { fact, value } : { fact, value, words: evidence };

function reasons(
  { knowledge }: DialogTurn,
  verdict: Decided,
  alsoOffer: readonly "contact_agent"[],
): readonly Effect[] {
  const codes = verdict.reasons.length > 0 ? verdict.reasons.map(({ code }) => code) : ["STUCK"];
  const answers = [...new Set(codes)].flatMap((code) => knowledge.answer(code) ?? []);
  if (answers.length === 0) return [{ kind: "say", message: text("check-eligibility.no-words") }];
  return answers.map(({ id, next }, index) => ({
    kind: "say",
    message: {
      kind: "answer",
      answer: id,
      buttons:
        index === answers.length - 1 && verdict.kind !== "refer" ? [...next, ...alsoOffer].map(intentButton) : [],
    },
  }));
}
