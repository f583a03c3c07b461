import type { Decision } from "../../src/core/decision.ts";
import type { Effect } from "../../src/core/effect.ts";
import type { Intent } from "../../src/core/intent.ts";
import { intentButton, text } from "../../src/core/message.ts";
import type { BenefitId, Verdict } from "../../src/core/verdict.ts";
import type { DialogTurn } from "../../src/dialog/dialog.ts";
import { handOffEffects } from "../../src/dialog/hand-off-effects.ts";
import { offerPerson } from "../../src/dialog/offer-person.ts";
import { isSupposing } from "../../src/dialog/supposition.ts";
import { understoodAs } from "../../src/dialog/understood-as.ts";

type Decided = Exclude<Verdict, { kind: "needs" }>;

/** Says the verdict: what it rests on, until when it holds, why. What cannot be decided goes to a person. */
export function tellVerdict(turn: DialogTurn, benefit: BenefitId, verdict: Decided): Decision {
  if (isHeldBack(turn, verdict)) return holdBack(benefit);
  if (isSupposing(turn.state, benefit)) return tellSupposed(turn, benefit, verdict);
  const done = doneWith({ kind: "decided", benefit, verdict });
  const basis = understoodAs(turn.state.facts, "check-eligibility.understood");
  if (verdict.kind === "refer") {
    const told = [...basis, ...reasons(turn, benefit, verdict), ...done];
    return {
      outcome: "handed-off",
      effects: [...othersDecided(turn, benefit), ...told, ...handOffEffects("referral", turn.knowledge)],
    };
  }
  return {
    outcome: "decided",
    effects: [...basis, ...until(verdict), ...reasons(turn, benefit, verdict, ["contact_agent"]), ...done],
  };
}

/** A verdict may not be told by its kind either while leads have turned off why it is so. What goes to a person still does. */
const isHeldBack = ({ knowledge }: DialogTurn, { kind, reasons }: Decided): boolean =>
  kind !== "refer" && reasons.some(({ code }) => knowledge.isOff(code));

const holdBack = (benefit: BenefitId): Decision => ({
  outcome: "offered-person",
  effects: [{ kind: "settle" }, { kind: "drop", benefit }, ...offerPerson("switches.verdict-off")],
});

/** Nothing is really decided: nobody is called in, a person is only offered. */
function tellSupposed(turn: DialogTurn, benefit: BenefitId, verdict: Decided): Decision {
  const supposed = turn.state.supposing?.facts ?? {};
  const asked = { kind: "decided", benefit, verdict, supposed } as const;
  // What was being checked when the customer imagined it otherwise is still to be told as it is.
  const pending = turn.state.decided?.benefit !== benefit;
  const done: readonly Effect[] = pending ? [{ kind: "settle" }, asked] : doneWith(asked);
  const basis = understoodAs(supposed, "check-eligibility.supposing");
  if (verdict.kind !== "refer") {
    return { outcome: "decided", effects: [...basis, ...until(verdict), ...reasons(turn, benefit, verdict), ...done] };
  }
  const why = verdict.reasons.length > 0 ? reasons(turn, benefit, verdict) : [];
  const offer = pending ? [] : offerPerson("check-eligibility.suppose-person");
  return { outcome: "decided", effects: [...basis, ...why, ...done, ...offer] };
}

const doneWith = (decided: Extract<Effect, { kind: "decided" }>): readonly Effect[] => [
  { kind: "settle" },
  decided,
  { kind: "drop", benefit: decided.benefit },
];

const until = ({ validUntil: day }: Exclude<Decided, { kind: "refer" }>): readonly Effect[] =>
  day === undefined
    ? []
    : [{ kind: "say", message: text("check-eligibility.valid-until", { day: { kind: "day", day } }) }];

/** Once a person has the conversation, the other benefits asked about would wait unsaid. */
const othersDecided = (turn: DialogTurn, benefit: BenefitId): readonly Effect[] =>
  turn.state.agenda.toReversed().flatMap((other) => {
    const verdict = other === benefit ? undefined : turn.knowledge.evaluate(other, turn.state.facts);
    if (verdict === undefined || verdict.kind === "needs" || verdict.kind === "refer") return [];
    if (isHeldBack(turn, verdict)) return [];
    return tellVerdict(turn, other, verdict).effects;
  });

function reasons(
  { knowledge }: DialogTurn,
  benefit: BenefitId,
  verdict: Decided,
  alsoOffer: readonly Intent[] = [],
): readonly Effect[] {
  const codes = [...new Set(verdict.reasons.map(({ code }) => code))];
  const answers = (codes.length > 0 ? codes.map(knowledge.answer) : [knowledge.stuck(benefit)]).filter(
    (answer) => answer !== undefined,
  );
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
